import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { ownFramework } from "../testing/own-framework.ts";
import { beginOwnFramework } from "./begin-own-framework.server.ts";
import { competencyFormPage } from "./competency-form-page.server.ts";
import { openNextDraft } from "./open-next-draft.server.ts";
import { ownDraft } from "./own-framework-reads.server.ts";
import { publishOwnFramework } from "./publish-own-framework.server.ts";
import { changesByName } from "./publishing-page.server.ts";
import { saveAboutDraft } from "./save-about-draft.server.ts";
import { ownCompetencyInput, saveOwnCompetency } from "./save-own-competency.server.ts";

let db: TestDatabase;
let home: TestOrganisation;
let id: string;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  home = await createTestOrganisation(db.platform);
  const begun = await beginOwnFramework(db.platform, home.admin, ownFramework(), "new");
  if (!begun.ok) throw new Error(begun.reason);
  id = begun.value.id;
});

const draft = async () =>
  (await inOrganisation(db.platform, home, (tx) => ownDraft(tx, home.admin, id)))!;
const form = (competency: string | null, actor = home.admin) =>
  inOrganisation(db.platform, actor, (tx) => competencyFormPage(tx, actor, id, competency));

function typed(changed: object) {
  const read = readInput(ownCompetencyInput, { name: "Oars", ...changed });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const save = (revision: number, competency: string | null, changed: object) =>
  saveOwnCompetency(db.platform, home.admin, { id, revision, competency }, typed(changed));

test("what the form of a competency shows is what saving it keeps", async () => {
  const before = (await draft()).definition;
  for (const [at, { id: competency }] of before.competencies.entries()) {
    const page = (await form(competency))!;
    expect(await save(1 + at, competency, page.start)).toMatchObject({ ok: true });
  }
  expect((await draft()).definition).toEqual(before);
});

test("a new one has its values a line each, and only the levels that are described", async () => {
  const anchors = { 1: { text: "Rows" }, 2: { text: " " }, 3: { text: "Steers\r\ntoo" } };
  const values = { tags: "boat\n\n wood \nboat", otherNames: "Sculls", group: "ship", anchors };
  expect(await save(1, null, values)).toMatchObject({ value: { revision: 2 } });
  expect((await draft()).definition.competencies.at(-1)).toMatchObject({
    ...{ name: "Oars", group: "ship", tags: ["boat", "wood"], otherNames: ["Sculls"] },
    anchors: [
      { level: 1, text: "Rows" },
      { level: 3, text: "Steers\ntoo" },
    ],
  });
});

test("what can't be is told at its field, and nothing is kept", async () => {
  expect(readInput(ownCompetencyInput, { name: " " })).toMatchObject({
    problems: [{ field: "name", code: "missing" }],
  });
  const alike = { anchors: { 1: { text: "Rows" }, 2: { text: "rows." } } };
  expect(await save(1, null, alike)).toMatchObject({
    problems: [{ field: "anchors.2.text", code: "anchors-alike" }],
  });
  expect(await save(1, null, { group: "gone" })).toMatchObject({
    problems: [{ field: "group", code: "unknown-group" }],
  });
  expect(await save(1, null, { anchors: { 4: { text: "Flies" } } })).toMatchObject({
    problems: [{ field: "anchors.4.text", code: "unknown-level" }],
  });
  expect((await draft()).revision).toBe(1);
});

test("levels are called anew, and none is taken away under what stands on it", async () => {
  const about = (levels: string, revision = 1) =>
    saveAboutDraft(
      db.platform,
      home.admin,
      { id, revision },
      { name: "Afloat", description: "", levels, sourceUri: "", licence: "MIT" },
    );
  const levels = { reason: "problems", problems: [{ field: "levels" }] };
  expect(await about("One")).toMatchObject(levels);
  expect(await about(`One\n${"x".repeat(81)}`)).toMatchObject(levels);
  expect(await about("One\nTwo")).toMatchObject({ problems: [{ code: "level-in-use" }] });
  expect(await about("One\n\nTwo\nThree\nFour")).toMatchObject({ ok: true });
  const { definition } = await draft();
  expect(definition).toMatchObject({ name: "Afloat", source: { licence: "MIT" } });
  expect(definition.levels.map(({ name }) => name)).toEqual(["One", "Two", "Three", "Four"]);
});

test("before publishing one sees, by name, what becomes of each", async () => {
  await publishOwnFramework(db.platform, home.admin, { id, revision: 1 });
  await openNextDraft(db.platform, home.admin, id);
  await save(1, null, { name: "Lookout", from: ["watch"] });
  const page = (await form("pumps"))!;
  expect(page.before).toHaveLength(3);
  await save(2, "pumps", { ...page.start, anchors: { 1: { text: "Pumps" } } });
  const changes = await inOrganisation(db.platform, home, async (tx) =>
    changesByName(tx, home.admin, id, await draft()),
  );
  expect(changes).toEqual([
    { kind: "same", from: ["Mooring"], to: ["Mooring"] },
    { kind: "reworded", from: ["Pumps"], to: ["Pumps"] },
    { kind: "split", from: ["Keeping watch"], to: ["Keeping watch", "Lookout"] },
  ]);
});

test("nobody but HR sees the form, and nobody one of what there is not", async () => {
  expect(await form("watch", home.member())).toBeNull();
  expect(await form("gone")).toBeNull();
});
