import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import {
  type ChangeTogether,
  changeTogetherInput,
  readSelection,
} from "../domain/bulk/selection.ts";
import { readHistory } from "../history/history-reads.server.ts";
import { createPeople } from "../testing/people.ts";
import { changeTogether } from "./change-together.server.ts";
import { readTogether } from "./people-together.server.ts";

let db: TestDatabase;
let house: TestOrganisation;
let people: Record<"ana" | "bo" | "cy" | "old" | "guest", string>;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createTestOrganisation(db.platform);
  people = await createPeople(db.platform, house, {
    ana: { name: "Ana", department: "Deck" },
    bo: { name: "Bo", department: "Deck", startDate: "2026-03-10" },
    cy: { name: "Cy", department: "Engine" },
    old: { name: "Old", department: "Deck", status: "inactive" },
    guest: { name: "Guest", external: true },
  });
});
afterAll(() => db.close());

type Value = ChangeTogether extends infer Each
  ? Each extends unknown
    ? Omit<Each, "fingerprint">
    : never
  : never;

const read = (address: string, actor: Actor = house.admin) =>
  readTogether(db.platform, actor, readSelection(new URLSearchParams(address)), []);
const change = async (address: string, value: Value, actor: Actor = house.admin) => {
  const fingerprint = (await read(address))?.fingerprint ?? "";
  return changeTogether(db.platform, actor, readSelection(new URLSearchParams(address)), {
    ...value,
    fingerprint,
  } as ChangeTogether);
};
const ticked = (what: string, ...ids: string[]) =>
  new URLSearchParams([
    ["what", what],
    ["who", "ticked"],
    ...ids.map((id) => ["p", id]),
  ]).toString();
const stored = async (column: string) =>
  Object.fromEntries(
    (
      await db.owner.query<{ name: string; value: string | null }>(
        `SELECT name, ${column}::text AS value FROM person WHERE organisation_id = $1`,
        [house.organisationId],
      )
    ).rows.map(({ name, value }) => [name, value]),
  );

test("the page names everybody who is meant, with what stands there now: those ticked, or all who match", async () => {
  const one = await read(ticked("department", people.cy, people.ana, people.guest));
  expect(one?.people).toMatchObject([
    { name: "Ana", now: "Deck" },
    { name: "Cy", now: "Engine" },
  ]);
  const all = await read("what=language&who=all&department=Deck");
  expect(all?.people.map(({ name }) => name)).toEqual(["Ana", "Bo"]);
  expect((await read(ticked("leave", people.old)))?.people).toEqual([]);
  expect(await read(ticked("leave", people.ana), house.member())).toBeNull();
});

test("all get the same, in their history as well, and it is written down once with how many", async () => {
  const address = "what=department&who=all&department=Deck";
  expect(await change(address, { what: "department", department: "Bridge" })).toEqual({
    ok: true,
    value: { changed: 2, kept: 0 },
  });
  expect(await stored("department")).toMatchObject({ Ana: "Bridge", Bo: "Bridge", Old: "Deck" });
  const history = await inOrganisation(db.platform, house, (tx) =>
    readHistory(tx, house.admin, people.ana, 1),
  );
  expect(history?.items[0]?.changes).toEqual([{ field: "department", from: "Deck", to: "Bridge" }]);
  const { rows } = await db.owner.query(
    "SELECT detail FROM audit_record WHERE organisation_id = $1 AND action = 'people.changed-together'",
    [house.organisationId],
  );
  expect(rows).toEqual([{ detail: { what: "department", people: 2, kept: 0 } }]);
});

test("language, time zone and working days are of their lists, and nothing chosen is refused", async () => {
  const of = (what: string) => ticked(what, people.ana, people.bo);
  await change(of("workingDays"), { what: "workingDays", workingDays: ["5", "1"] });
  expect(await stored("working_days")).toMatchObject({ Ana: "15", Bo: "15", Cy: null });
  for (const what of ["department", "language", "timezone", "workingDays"] as const)
    for (const value of [undefined, what === "workingDays" ? [] : " "])
      expect(
        readInput(changeTogetherInput, { what, [what]: value, fingerprint: "" }),
      ).toMatchObject({
        problems: [{ field: what, code: "missing" }],
      });
  await change(of("timezone"), { what: "timezone", timezone: "Europe/Oslo" });
  expect(await stored("timezone")).toMatchObject({ Bo: "Europe/Oslo" });
  expect(await change(of("timezone"), { what: "timezone", timezone: "Oslo" })).toMatchObject({
    problems: [{ field: "timezone", code: "unknown" }],
  });
  expect(await change(of("language"), { what: "language", language: "fr" })).toMatchObject({
    problems: [{ field: "language", code: "unknown" }],
  });
  expect(await change(of("language"), { what: "language", language: "de" })).toMatchObject({
    value: { changed: 2, kept: 0 },
  });
  expect(await change(of("language"), { what: "language", language: "de" })).toMatchObject({
    value: { changed: 0 },
  });
});

test("when others match, or one was changed since the page was opened, nothing is done", async () => {
  const address = "what=department&who=all&department=Deck";
  const { fingerprint = "" } = (await read(address)) ?? {};
  const late = () =>
    changeTogether(db.platform, house.admin, readSelection(new URLSearchParams(address)), {
      ...{ what: "department", department: "Bridge", fingerprint },
    });
  await change(ticked("language", people.ana), { what: "language", language: "de" });
  expect(await late()).toMatchObject({ problems: [{ code: "set-changed" }] });
  await db.owner.query("UPDATE person SET revision = 0 WHERE id = $1", [people.ana]);
  await createPeople(db.platform, house, { dia: { name: "Dia", department: "Deck" } });
  expect(await late()).toMatchObject({ problems: [{ code: "set-changed" }] });
  expect(await stored("department")).toMatchObject({ Ana: "Deck" });
  // Nor is what was opened for one thing used for another.
  expect(
    await change(ticked("language", people.ana), { what: "leave", day: "2026-03-02" }),
  ).toMatchObject({ problems: [{ code: "set-changed" }] });
});

test("many leave at once, now or on a day; not whoever does it, nor before one began", async () => {
  const leave = (day: string, ...ids: string[]) =>
    change(ticked("leave", ...ids), { what: "leave", day });
  expect(await leave("2026-03-05", people.ana, people.bo)).toMatchObject({
    problems: [{ field: "day", code: "before-start-of-some", values: { count: 1 } }],
  });
  expect(await leave("2026-03-20", people.ana, people.bo)).toMatchObject({ value: { changed: 2 } });
  expect(await stored("leaves_on")).toMatchObject({
    Ana: "2026-03-20",
    Bo: "2026-03-20",
    Cy: null,
  });
  expect(await leave("2026-03-02", people.ana, people.cy)).toMatchObject({ value: { changed: 2 } });
  expect(await stored("status")).toMatchObject({ Ana: "inactive", Bo: "active", Cy: "inactive" });
  const self = { ...house.admin, personId: people.bo };
  const outcome = await change(
    ticked("leave", people.bo),
    { what: "leave", day: "2026-03-20" },
    self,
  );
  expect(outcome).toMatchObject({ problems: [{ code: "self" }] });
});

test("by HR alone, and of its own organisation", async () => {
  const value = { what: "department", department: "Bridge" } as const;
  expect(await change(ticked("department", people.ana), value, house.member(people.ana))).toEqual({
    ok: false,
    reason: "not-allowed",
  });
  const other = await createTestOrganisation(db.platform, "Other");
  expect(await change(ticked("department", people.ana), value, other.admin)).toMatchObject({
    problems: [{ code: "set-changed" }],
  });
});
