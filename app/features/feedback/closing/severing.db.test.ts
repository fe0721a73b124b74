import { afterAll, beforeAll, expect, test } from "vitest";
import { linkToken } from "~/features/rounds/answering/personal-link.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closeAndScore } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { type LargeCycle, largeCycle } from "../testing/large-cycle.ts";

// A whole 360, with its letters, its job and what it freezes. The attacks themselves are on rounds.

let db: TestDatabase;
let house: House;
let cycle: LargeCycle;
/** What no table may hold once the cycle closed. */
let secrets: string[];
let before: string;
let after: string;

beforeAll(async () => {
  db = await createTestDatabase();
  house = await createHouse(db.platform);
  cycle = await largeCycle(db.platform, house, 20260302);
  secrets = await secretsOf();
  before = await dump();
  await closeAndScore(db.platform, house, cycle.cycleId);
  after = await dump();
});
afterAll(() => db.close());

const rows = async (query: string) => (await db.owner.query(query, [cycle.cycleId])).rows;

async function secretsOf(): Promise<string[]> {
  const salts = await rows("SELECT salt FROM round_secret WHERE round_id = $1");
  const invitations = await rows("SELECT id FROM invitation WHERE round_id = $1");
  const responses = await rows("SELECT id, pseudonym FROM response WHERE round_id = $1");
  const { organisationId } = house;
  return [
    ...salts.map(({ salt }) => salt.toString("hex")),
    ...invitations.map(({ id: invitationId }) =>
      linkToken(db.platform.secret, { organisationId, invitationId, version: 0 }),
    ),
    ...responses.flatMap(({ id, pseudonym }) => [id, pseudonym.toString("hex")]),
    ...cycle.given.map((each) => each.comment),
  ];
}

/** Every table as text, reports aside, which say what was disclosed; and the planner's samples. */
async function dump(): Promise<string> {
  const tables = await db.owner.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname IN ('public', 'auth', 'pgboss') AND c.relname <> 'report'`,
  );
  const parts = await Promise.all(
    tables.rows.map(
      async ({ name }) => (await db.owner.query(`SELECT t::text FROM ${name} t`)).rows,
    ),
  );
  await db.owner.query("ANALYZE");
  const samples = await db.owner.query(
    "SELECT tablename, attname, most_common_vals::text, histogram_bounds::text FROM pg_stats WHERE schemaname IN ('public', 'auth', 'pgboss')",
  );
  return JSON.stringify([...parts, samples.rows]);
}

test("what was secret is in no table any more: not a link, not a pseudonym, not a comment outside reports", () => {
  expect(secrets.filter((secret) => before.includes(secret)).length).toBeGreaterThan(200);
  expect(secrets.filter((secret) => after.includes(secret))).toEqual([]);
});

test("no response, draft, key, link or letter is left, and every request has ended", async () => {
  for (const table of ["response", "round_secret", "invitation", "reminder", "held_letter"])
    expect([table, await rows(`SELECT 1 FROM ${table} WHERE round_id = $1`)]).toEqual([table, []]);
  expect(
    await rows(
      "SELECT DISTINCT kind FROM message WHERE about_id = $1 AND (html IS NOT NULL OR plain IS NOT NULL)",
    ),
  ).toEqual([]);
  expect(await rows("SELECT DISTINCT state FROM request WHERE round_id = $1")).toEqual([
    { state: "ended" },
  ]);
});

test("groups keep their counts under the name that the report shows, and hidden groups keep none", async () => {
  const counts = await rows(
    "SELECT subject_id, group_id, counts FROM answer_count WHERE round_id = $1",
  );
  const of = (index: number) => {
    const participantId = [...cycle.participants.values()][index];
    return counts
      .filter((each) => each.subject_id === participantId)
      .map(({ group_id, counts: [first] }) => [
        group_id,
        Object.values(first as Record<string, number>).reduce((sum, n) => sum + n, 0),
      ])
      .toSorted();
  };
  // A single "other" rater is merged into the smallest group that stands.
  expect(of(0)).toEqual([
    ["manager", 1],
    ["merged", 5],
    ["peer", 5],
    ["self", 1],
  ]);
  expect(of(1)).toEqual([
    ["manager", 1],
    ["merged", 4],
    ["self", 1],
  ]);
  // One peer and one report: too few even together, so neither leaves anything.
  expect(of(2)).toEqual([
    ["manager", 1],
    ["self", 1],
  ]);
  expect(of(3)).toEqual([["self", 1]]);
});
