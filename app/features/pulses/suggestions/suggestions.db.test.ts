import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { required } from "~/features/rounds/testing/answering.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { createSuggestionHouse, type SuggestionHouse } from "../testing/suggestions.ts";
import { callOffSuggestions } from "./call-off-suggestions.server.ts";
import { closeDueSuggestions } from "./close-suggestions.server.ts";
import { tellSuggested } from "./tell-suggestions.server.ts";

let db: TestDatabase;
let made: SuggestionHouse;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  made = await createSuggestionHouse(db);
});

test("everybody who was asked then is asked, and nobody else reads what came of it", async () => {
  const { rows } = await db.owner.query<{ person_id: string }>(
    "SELECT person_id FROM request WHERE round_id = $1 AND state = 'invited'",
    [made.roundId],
  );
  expect(rows.map((row) => row.person_id).toSorted()).toEqual(made.raters.toSorted());
  for (const [at, who] of made.raters.entries()) await made.suggest(who, `Word ${at}.`, at < 2);
  expect((await made.page())?.told).toBeNull();
  await made.close();
  const told = await made.told();
  expect(told?.behaviour).toBe("Insist on goals that can be measured");
  expect(told?.signed.map(({ word }) => word).toSorted()).toEqual(["Word 0.", "Word 1."]);
  expect(told?.unsigned).toHaveLength(7);
  for (const who of [made.house.admin, made.house.member(made.people.boss)])
    expect(await made.page(who)).toBeNull();
});

test("where nobody signs, all are shown together and under no name", async () => {
  for (const [at, who] of made.raters.entries()) await made.suggest(who, `Word ${at}.`, false);
  await made.close();
  expect((await made.told())?.unsigned).toHaveLength(made.raters.length);
  expect((await made.told())?.signed).toEqual([]);
});

test("each gets one letter with a link, and whoever asked one once it can be read", async () => {
  const letters = async () => {
    const { rows } = await db.owner.query(
      `SELECT kind, to_address, plain, way FROM message
        WHERE organisation_id = $1 AND (about_id = $2 OR kind = 'suggestions-ready')`,
      [made.house.organisationId, made.roundId],
    );
    return rows as { kind: string; to_address: string; plain: string; way: unknown }[];
  };
  const asked = await letters();
  expect(asked).toHaveLength(made.raters.length);
  for (const { plain, way } of asked) {
    expect(plain).not.toMatch(/\{\{|goals/);
    expect(way).not.toBeNull();
  }
  await made.close();
  const ready = (await letters()).filter(({ kind }) => kind === "suggestions-ready");
  expect(ready.map((letter) => letter.to_address)).toEqual(["lead@house.test"]);
});

test("reminds and thanks in its own words: nobody is told that nobody's words are shown alone, as signed ones are", async () => {
  await made.close();
  const { rows } = await db.owner.query(
    "SELECT DISTINCT plain FROM message WHERE organisation_id = $1 AND kind = 'closing' AND subject LIKE '%suggestions%'",
    [made.house.organisationId],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { plain } of rows) {
    expect(plain).toContain("stands beside that name");
    expect(plain).not.toMatch(/no longer linked to any answer|\{\{/);
  }
  const stored = await db.owner.query(
    "SELECT kind, language FROM round_letter WHERE round_id = $1 ORDER BY kind, language",
    [made.roundId],
  );
  expect(stored.rows.map(({ kind, language }) => `${kind} ${language}`)).toEqual(
    ["closing", "invitation", "reminder"].flatMap((kind) => [`${kind} de`, `${kind} en`]),
  );
});

test("HR calls it off: nothing is kept or told, signed or not, and the person reads why", async () => {
  for (const [at, who] of made.raters.entries()) await made.suggest(who, `Word ${at}.`, at < 3);
  const off = (reason: string) =>
    callOffSuggestions(db.platform, made.house.admin, made.roundId, { reason });
  required(await off("Wrong week"));
  expect(await made.page()).toMatchObject({
    ...{ state: "called-off", calledOffReason: "Wrong week", told: null },
  });
  for (const table of ["response", "signed_suggestion", "round_secret"])
    expect([table, await made.count(table)]).toEqual([table, 0]);
  // Whatever was on its way to be told finds nothing any more.
  await tellSuggested(db.platform, {
    ...{ organisationId: made.house.organisationId, roundId: made.roundId },
  });
  expect((await made.page())?.told).toBeNull();
  expect(await off("Again")).toMatchObject({ reason: "not-collecting" });
});

test("it closes by the clock once its last day has ended everywhere, and telling twice changes nothing", async () => {
  for (const [at, who] of made.raters.entries()) await made.suggest(who, `Word ${at}.`, at < 2);
  made.later(9);
  expect(await closeDueSuggestions(db.platform, made.house)).toBe(0);
  made.later(3);
  expect(await closeDueSuggestions(db.platform, made.house)).toBe(1);
  const payload = { organisationId: made.house.organisationId, roundId: made.roundId };
  await Promise.all([tellSuggested(db.platform, payload), tellSuggested(db.platform, payload)]);
  const before = await made.page();
  expect(before?.told?.[0]?.unsigned).toHaveLength(7);
  await tellSuggested(db.platform, payload);
  expect(await made.page()).toEqual(before);
  expect(await made.count("signed_suggestion")).toBe(2);
});

test("a report that was taken back meanwhile is told nothing of, and nothing is left of what was written", async () => {
  for (const [at, who] of made.raters.entries()) await made.suggest(who, `Word ${at}.`, at < 2);
  await db.owner.query("UPDATE report SET released_at = NULL WHERE id = $1", [made.report.id]);
  await made.close();
  for (const table of ["response", "signed_suggestion", "round_secret"])
    expect([table, await made.count(table)]).toEqual([table, 0]);
  expect((await made.page())?.told).toBeNull();
});
