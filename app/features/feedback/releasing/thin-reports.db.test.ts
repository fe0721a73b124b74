import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ownReports } from "~/features/reports/report/report-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closedPage } from "../running/running-page.server.ts";
import {
  accepted,
  answer,
  closeAndScore,
  collectingCycle,
  required,
  usualAssignments,
} from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { releaseCycle } from "./release-cycle.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  const { boss, lead, peer1, peer2, peer3, report1, report2, report3, stranger } = house.people;
  const aboutBoss = {
    personId: boss,
    raters: [
      { personId: boss, relationship: "self" as const },
      { personId: stranger, relationship: "peer" as const },
    ],
  };
  const cycle = await collectingCycle(db.platform, house, [...usualAssignments(house), aboutBoss]);
  cycleId = cycle.cycleId;
  const all = { ratings: [0, 1, -1, 0] };
  for (const person of [lead, boss, peer1, peer2, peer3, report1, report2, report3])
    await answer(db.platform, cycle.rater(person), await cycle.requestOf(person), all);
  await closeAndScore(db.platform, house, cycleId);
});
afterAll(() => db.close());

const page = (actor = house.admin) =>
  closedPage(db.platform, actor, cycleId, { search: "", page: 1 });
const reportsOf = (personId: string) =>
  inOrganisation(db.platform, house.member(personId), (tx) =>
    ownReports(tx, house.member(personId)),
  );

test("a report about whom too few answered is named before release, to HR alone", async () => {
  expect((await page()).thin).toEqual(["boss"]);
  expect((await page(house.member(house.people.boss))).thin).toEqual([]);
});

test("what a report hides of many who answered is not told by it", async () => {
  await db.owner.query(
    `UPDATE report r SET result = result || '{"hats": [], "competencies": [], "items": []}'
       FROM subject s WHERE s.id = r.participant_id AND s.name = 'lead' AND r.cycle_id = $1`,
    [cycleId],
  );
  expect((await page()).thin).toEqual(["boss"]);
});

test("the others can be released and it be withheld, and released later by itself", async () => {
  const { boss, lead } = house.people;
  const others = { withholdThin: true };
  expect(accepted(await releaseCycle(db.platform, house.admin, cycleId, others))).toMatchObject({
    told: 1,
  });
  expect(await reportsOf(lead)).toHaveLength(1);
  expect(await reportsOf(boss)).toEqual([]);
  expect((await page()).participants.rows.map(({ name, report }) => [name, report])).toEqual([
    ["boss", "made"],
    ["lead", "released"],
  ]);
  required(await releaseCycle(db.platform, house.admin, cycleId));
  expect(await reportsOf(boss)).toHaveLength(1);
  expect((await page()).thin).toEqual([]);
});
