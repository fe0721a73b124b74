import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  rateUsefulness,
  rateUsefulnessInput,
} from "~/features/reports/report/rate-usefulness.server.ts";
import { usefulnessOf } from "~/features/reports/report/usefulness-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { bystanders } from "../testing/actors.ts";
import {
  answer,
  type CollectingCycle,
  closeAndScore,
  closeScoreAndRelease,
  collectingCycle,
  required,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { releaseCycle } from "./release-cycle.server.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

const reportOf = async (personId: string): Promise<string> =>
  (
    await db.owner.query("SELECT id FROM report WHERE participant_id = $1", [
      cycle.participants.get(personId),
    ])
  ).rows[0]?.id;

/** A released cycle about seven people. */
async function releasedAboutMany(): Promise<string[]> {
  const { lead, boss, peer1, peer2, peer3, report1, report2 } = house.people;
  const people = [lead, boss, peer1, peer2, peer3, report1, report2];
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
  return people;
}
const rate = async (personId: string, rating: number) =>
  rateUsefulness(db.platform, house.member(personId), await reportOf(personId), { rating });
const shown = () =>
  inOrganisation(db.platform, house, (tx) => usefulnessOf(tx, house.admin, cycle.cycleId));

test("HR sees it from five ratings on, and nothing moves by one more or one changed", async () => {
  const people = await releasedAboutMany();
  for (const [index, personId] of people.slice(0, 4).entries())
    required(await rate(personId, index + 1));
  expect(await shown()).toBeNull();
  required(await rate(people[4] ?? "", 5));
  const first = await shown();
  expect(first).toMatchObject({ n: 5, mean: 3 });
  required(await rate(people[5] ?? "", 1));
  required(await rate(people[0] ?? "", 5));
  expect(await shown()).toEqual(first);
});

test("a rating has no person and no time, twice is once, and it can be changed", async () => {
  const [lead = ""] = await releasedAboutMany();
  for (const rating of [2, 2, 5]) required(await rate(lead, rating));
  const { rows } = await db.owner.query("SELECT * FROM usefulness WHERE cycle_id = $1", [
    cycle.cycleId,
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0].rating).toBe(5);
  expect(Object.keys(rows[0]).toSorted()).toEqual(
    ["cycle_id", "id", "organisation_id", "pseudonym", "rating"].toSorted(),
  );
  expect(rows[0].pseudonym.toString("hex")).not.toContain(lead.replaceAll("-", ""));
});

test("only the participant rates, only what was released, and only from 1 to 5", async () => {
  const { lead } = house.people;
  cycle = await collectingCycle(db.platform, house, usualAssignments(house));
  await closeAndScore(db.platform, house, cycle.cycleId);
  const unknown = { ok: false, reason: "unknown" };
  expect(await rate(lead, 4)).toEqual(unknown);
  const reportId = await reportOf(lead);
  required(await releaseCycle(db.platform, house.admin, cycle.cycleId));
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const [who, actor] of [...members, ["elsewhere", elsewhere] as const]) {
    if (actor.personId === lead) continue;
    expect([who, await rateUsefulness(db.platform, actor, reportId, { rating: 4 })]).toEqual([
      who,
      unknown,
    ]);
  }
  for (const rating of [0, 6, 2.5, Number.NaN])
    expect(readInput(rateUsefulnessInput, { rating }).ok).toBe(false);
  expect(
    (await db.owner.query("SELECT 1 FROM usefulness WHERE cycle_id = $1", [cycle.cycleId])).rows,
  ).toEqual([]);
});

test("only HR sees the figures", async () => {
  const people = await releasedAboutMany();
  for (const [index, personId] of people.entries()) required(await rate(personId, (index % 5) + 1));
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const [, actor] of [...members, ["elsewhere", elsewhere] as const])
    expect(
      await inOrganisation(db.platform, actor, (tx) => usefulnessOf(tx, actor, cycle.cycleId)),
    ).toBeNull();
  expect(await shown()).not.toBeNull();
});
