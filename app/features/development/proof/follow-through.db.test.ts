import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  answer,
  type CollectingCycle,
  closeScoreAndRelease,
  collectingCycle,
} from "~/features/feedback/testing/cycle.ts";
import { createHouse, type House } from "~/features/feedback/testing/house.ts";
import type { Actor } from "~/features/identity/index.ts";
import { createPeople } from "~/features/people/testing/people.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { followedRounds } from "./proof-reads.server.ts";
import { tellFollowThrough } from "./tell-follow-through.server.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;
let people: string[];

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  house = await createHouse(db.platform);
});

/** A released cycle about so many people, each of whom answered about themselves. */
async function released(count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, at) => `p${at}`);
  const facts = Object.fromEntries(names.map((name) => [name, { department: "Fleet" }]));
  people = Object.values(await createPeople(db.platform, house, facts));
  const assignments = people.map((personId) => ({
    personId,
    raters: [
      { personId, relationship: "self" as const },
      { personId: house.people.stranger, relationship: "peer" as const },
    ],
  }));
  cycle = await collectingCycle(db.platform, house, assignments);
  for (const person of people)
    await answer(db.platform, cycle.rater(person), await cycle.requestOf(person, person));
  await closeScoreAndRelease(db.platform, house, cycle.cycleId);
}

/** These people begin a practice, having been told that it may count, or not. */
const practise = (who: readonly string[], mayCount = true, begunOn = "2100-01-01") =>
  db.owner.query(
    `INSERT INTO practice (organisation_id, id, person_id, cue, action, weekdays, state, begun_on, ends_on, ended_on, may_count)
     SELECT $1, gen_random_uuid(), p, 'When', 'Then', '1', 'finished', $4::date, $4::date + 29, $4::date + 29, $3
       FROM unnest($2::uuid[]) AS p`,
    [house.organisationId, who, mayCount, begunOn],
  );
const choose = (who: readonly string[]) =>
  db.owner.query(
    `INSERT INTO focus (organisation_id, id, report_id, position, item, direction, next_step, due_on, chosen_at)
     SELECT $1, gen_random_uuid(), r.id, 1, 'x', 'more', 'step', '2100-01-01', now()
       FROM report r JOIN subject s ON s.id = r.participant_id WHERE s.person_id = ANY($2::uuid[])`,
    [house.organisationId, who],
  );
const tell = () => tellFollowThrough(db.platform, house);
const shown = async (actor: Actor = house.admin) =>
  (await followedRounds(db.platform, actor)).find(({ id }) => id === cycle.cycleId)?.steps ?? null;

test("HR reads how many went on, moving only by several at once; nobody else reads any of it", async () => {
  await released(12);
  expect(await shown()).toEqual({ chose: null, planned: null, practised: null });
  await choose(people.slice(0, 6));
  await practise(people.slice(0, 5));
  await tell();
  expect(await shown()).toMatchObject({
    chose: { told: "count", n: 12, did: 6 },
    planned: { told: "few", n: 12, least: 5 },
    practised: { told: "count", n: 12, did: 5 },
  });
  // One more, and two more: nothing moves.
  await practise(people.slice(5, 7));
  await tell();
  expect(await shown()).toMatchObject({ practised: { did: 5 } });
  await practise(people.slice(7, 10));
  await tell();
  expect(await shown()).toMatchObject({ practised: { told: "nearly-all", n: 12 } });
  for (const actor of [house.member(people[0] ?? ""), house.member(house.people.boss)])
    expect(await followedRounds(db.platform, actor)).toEqual([]);
});

test("of few people nothing is told, whatever they did", async () => {
  await released(9);
  await choose(people);
  await tell();
  expect(await shown()).toMatchObject({ chose: { told: "too-few", least: 10 } });
});

test("a practice counts from the report on, and where its person was told so", async () => {
  await released(12);
  await practise(people.slice(0, 6), false);
  await practise(people.slice(6), true, "2001-01-01");
  await tell();
  expect(await shown()).toMatchObject({ practised: { told: "few", n: 12 } });
});

test("an office that is limited to departments reads of rounds within its reach alone", async () => {
  await released(12);
  await choose(people.slice(0, 6));
  await tell();
  const limited = (units: string[]): Actor => ({
    ...{ ...house.admin, role: "unit-analyst" as const, units },
  });
  expect(await shown(limited(["Fleet"]))).toMatchObject({ chose: { did: 6 } });
  expect(await shown(limited(["Finance"]))).toBeNull();
});

test("who did what stands in no row that is told from, and what was told goes with its round", async () => {
  await released(12);
  await choose(people.slice(0, 6));
  await tell();
  const { rows } = await db.owner.query("SELECT * FROM follow_through");
  expect(JSON.stringify(rows)).not.toContain(people[0]);
});
