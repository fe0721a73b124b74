import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tellProgress } from "~/features/rounds/index.server.ts";
import { monitoringPage } from "~/features/rounds/monitoring/monitoring-page.server.ts";
import { remindNow } from "~/features/rounds/reminders/remind-now.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { cycleList } from "../cycle/cycle-reads.server.ts";
import { ownRounds } from "../cycle/own-progress-reads.server.ts";
import { accepted, answer, type CollectingCycle, collectingCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { cycleHead } from "./running-page.server.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  at("2026-03-02T12:00:00Z");
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
});
afterAll(() => db.close());

const at = (moment: string) => db.platform.clock.set(new Date(moment));
const tell = () => tellProgress(db.platform, house);
const sends = async (who: "peer1" | "peer2") => {
  const id = house.people[who];
  await answer(db.platform, cycle.rater(id), await cycle.requestOf(id));
};

/** Everything that HR and the participant see of how far the round is. */
async function seen() {
  const { admin, people } = house;
  const page = (tab: "participants" | "departments" | "people") =>
    monitoringPage(db.platform, admin, cycle.cycleId, { tab, search: "", page: 1 });
  return JSON.stringify([
    await inOrganisation(db.platform, admin, (tx) => cycleList(tx, admin)),
    await page("participants"),
    await page("departments"),
    await page("people"),
    await inOrganisation(db.platform, admin, (tx) =>
      ownRounds(tx, house.member(people.lead), db.platform.secret),
    ),
  ]);
}
const doneNow = async () =>
  (
    await monitoringPage(db.platform, house.admin, cycle.cycleId, {
      tab: "participants",
      search: "",
      page: 1,
    })
  ).total.done;

test("whatever is sent between two steps, nothing that HR or the participant sees moves", async () => {
  await tell();
  const before = await seen();
  await sends("peer1");
  for (const hour of ["12:01", "15:00", "17:59"]) {
    at(`2026-03-02T${hour}:00Z`);
    await tell();
    expect(await seen()).toBe(before);
  }
  at("2026-03-02T18:00:00Z");
  await tell();
  expect(await seen()).not.toBe(before);
  expect(await doneNow()).toBe(1);
});

test("a reminder that HR asks for goes by the same step, so that pressing it tells nothing either", async () => {
  await tell();
  await sends("peer1");
  const asked = await remindNow(db.platform, house.admin, cycle.cycleId, [house.people.peer1]);
  expect(accepted(asked)).toMatchObject({ told: 1 });
});

test("a step is told once, by whoever comes first, and one that was missed is caught up with", async () => {
  expect(await tell()).toBe(1);
  expect(await tell()).toBe(0);
  await sends("peer1");
  at("2026-03-05T09:00:00Z");
  expect(
    (await Promise.all([tell(), tell()])).reduce((sum, each) => sum + each, 0),
  ).toBeGreaterThan(0);
  expect(await doneNow()).toBe(1);
  expect((await cycleHead(db.platform, house.admin, cycle.cycleId))?.told).toEqual({
    at: "2026-03-05T06:00:00.000Z",
    next: "2026-03-05T18:00:00.000Z",
    zone: "UTC",
  });
});

test("what was told of answers that are sent anew from another device stays told", async () => {
  await sends("peer1");
  await tell();
  const other = { ...cycle.rater(house.people.peer1), device: "another device" };
  await answer(db.platform, other, await cycle.requestOf(house.people.peer1));
  expect(await doneNow()).toBe(1);
});

test("telling writes all responses at once, so that the step's rows say nothing of who was new in it", async () => {
  await sends("peer1");
  await sends("peer2");
  await tell();
  const { rows } = await db.owner.query(
    "SELECT count(DISTINCT xmin::text)::int AS writers, count(*)::int AS n FROM response WHERE round_id = $1",
    [cycle.cycleId],
  );
  expect(rows).toEqual([{ writers: 1, n: 2 }]);
});
