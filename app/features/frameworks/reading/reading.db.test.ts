import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { beginOwnFramework } from "../own/begin-own-framework.server.ts";
import { ownFrameworks } from "../own/own-framework-reads.server.ts";
import { publishSampleFramework } from "../sample.server.ts";
import { searchFrameworks } from "../search-frameworks.server.ts";
import { ownFramework } from "../testing/own-framework.ts";
import { changesReading } from "./changes-page.server.ts";
import { competencyReading } from "./competency-page.server.ts";
import { frameworkReading } from "./framework-page.server.ts";
import { competencyNames, publishedNames } from "./framework-reading-reads.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
let id: string;
let draft: string;

beforeAll(async () => {
  db = await createTestDatabase();
  home = await createTestOrganisation(db.platform);
  const sample = { admin: home.admin, lookAround: [], personId: () => "", on: () => db.platform };
  await publishSampleFramework(sample);
  const all = await as(home.admin, (tx) => ownFrameworks(tx, home.admin));
  id = all.find(({ name }) => name === "Seamanship")!.id;
  const begun = await beginOwnFramework(
    db.platform,
    home.admin,
    ownFramework({ name: "Secret plans" }),
    "new",
  );
  if (!begun.ok) throw new Error(begun.reason);
  draft = begun.value.id;
});
afterAll(() => db.close());

const as = <Value>(actor: Actor, read: (tx: Tx) => Promise<Value>) =>
  inOrganisation(db.platform, actor, read);
const query = (text = "") => new URLSearchParams(text);
const page = (actor: Actor, framework = id, text = "") =>
  as(actor, (tx) => frameworkReading(tx, actor, framework, query(text)));
const competency = (actor: Actor, framework: string, asked: string, version?: number) =>
  as(actor, (tx) => competencyReading(tx, actor, framework, { id: asked, version }));

test("a member reads a published framework in its tree, finds within it, and is offered no files", async () => {
  const member = home.member();
  const reading = (await page(member))!;
  expect(reading).toMatchObject({ version: 2, name: "Seamanship", total: 7, exports: null });
  expect(reading.tree.groups.map(({ name, count }) => [name, count])).toEqual([
    ["On deck", 3],
    ["With passengers", 2],
    ["Safety", 2],
  ]);
  const found = (await page(member, id, "q=fire"))!.found!;
  expect(found.shown.map(({ name }) => name)).toEqual(["Fighting fire"]);
  expect((await page(member, id, "whole=1"))!.whole).toHaveLength(7);
  expect(await page(member, id, "group=no-such-group")).toBeNull();
  expect(await page(member, id, "version=9")).toBeNull();
  expect((await page(home.admin))!.exports).not.toBeNull();
});

test("what a version changed is told by name: one split, one reworded with its levels, one ended", async () => {
  const member = home.member();
  const reading = (await as(member, (tx) => changesReading(tx, member, id, 2)))!;
  expect(reading.same).toBe(4);
  expect(
    reading.changes.map(({ kind, from, to }) => [
      kind,
      from.map(({ name }) => name),
      to.map(({ name }) => name),
    ]),
  ).toEqual([
    ["reworded", ["Boarding"], ["Boarding"]],
    ["split", ["Keeping watch"], ["Lookout", "Keeping the log"]],
    ["retired", ["Splicing rope"], []],
  ]);
  expect(reading.changes[0]?.levels.map(({ level }) => level)).toEqual([2, 3]);
  expect(await as(member, (tx) => changesReading(tx, member, id, 1))).toBeNull();
});

test("the page of a competency says what it came from and what became of it", async () => {
  const member = home.member();
  const watch = (await competency(member, id, "watch", 1))!;
  expect(watch.after).toMatchObject([
    { version: 2, kind: "split", to: [{ name: "Lookout" }, { name: "Keeping the log" }] },
  ]);
  const lookout = watch.after[0]!.to[0]!;
  const part = (await competency(member, id, lookout.id))!;
  expect(part.before).toMatchObject([
    { version: 2, kind: "split", from: [{ id: "watch", version: 1, name: "Keeping watch" }] },
  ]);
  expect(part.way.map(({ name }) => name)).toEqual(["On deck"]);
  expect(await competency(member, id, "watch")).toBeNull();
});

test("drafts, other organisations' frameworks and everything for whoever left are not there", async () => {
  const other = await createTestOrganisation(db.platform, "Other");
  const leaver: Actor = { ...home.member(), role: "leaver" };
  for (const [actor, framework] of [
    ...[home.member(), home.admin].map((actor) => [actor, draft] as const),
    ...[other.admin, other.member(), leaver].map((actor) => [actor, id] as const),
    [home.member(), "no-id"] as const,
  ]) {
    expect(await page(actor, framework)).toBeNull();
    expect(await competency(actor, framework, "mooring")).toBeNull();
    expect(await as(actor, (tx) => changesReading(tx, actor, framework, 2))).toBeNull();
    const wanted = [{ version: 1, id: "mooring" }];
    expect(await as(actor, (tx) => competencyNames(tx, actor, framework, wanted))).toEqual([]);
  }
  for (const actor of [other.admin, leaver])
    expect(await as(actor, (tx) => publishedNames(tx, actor))).toEqual([]);
});

test("Ctrl+K finds frameworks and competencies that are published, and drafts for HR alone", async () => {
  const search = async (actor: Actor, words: string) =>
    (await as(actor, (tx) => searchFrameworks(db.platform, tx, actor, words))).found.map(
      ({ label, detail }) => [label, ...(detail ? [detail] : [])].join(" in "),
    );
  expect(await search(home.member(), "seaman")).toEqual(["Seamanship"]);
  expect(await search(home.member(), "lookout")).toEqual(["Lookout in Seamanship"]);
  expect(await search(home.member(), "keeping watch"), "only as it is now").toEqual([]);
  expect(await search(home.member(), "both hats")).toEqual(["Both hats"]);
  expect(await search(home.member(), "setting goals")).toEqual(["Setting goals in Both hats"]);
  expect(await search(home.member(), "secret")).toEqual([]);
  expect(await search(home.admin, "secret")).toEqual(["Secret plans"]);
  expect(await search({ ...home.member(), role: "leaver" }, "both hats")).toEqual([]);
});
