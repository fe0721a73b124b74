import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { questionnaireFor, saveAnswers } from "~/features/rounds/answering/answer.server.ts";
import { homePage } from "~/home/home-page.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accepted, type CollectingCycle, collectingCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
});
afterAll(() => db.close());

const liveIn = (zone: string | null) =>
  db.owner.query("UPDATE person SET timezone = $1 WHERE id = $2", [zone, house.people.peer1]);
const organisationIn = (zone: string) =>
  db.owner.query("UPDATE organisation SET time_zone = $1 WHERE organisation_id = $2", [
    zone,
    house.organisationId,
  ]);
const closesOn = (date: string) =>
  db.owner.query("UPDATE round SET closes_on = $1 WHERE id = $2", [date, cycle.cycleId]);

/** Whether an answer given at this moment is taken; the page, the saving and the list of tasks must agree. */
async function takenAt(moment: string): Promise<boolean> {
  db.platform.clock.set(new Date(moment));
  const rater = cycle.rater(house.people.peer1);
  const requestId = await cycle.requestOf(house.people.peer1);
  const { open } = accepted(await questionnaireFor(db.platform, rater, requestId));
  const saved = await saveAnswers(db.platform, rater, requestId, [["item-0", "1"]]);
  const { tasks } = await homePage(db.platform, house.member(house.people.peer1));
  expect(saved.ok, "saving says what the page says").toBe(open);
  expect(tasks.length > 0, "the list of tasks says what the page says").toBe(open);
  return open;
}

test.each([
  ["the date line's east", "Pacific/Kiritimati", "2026-03-20", "2026-03-20T10:00:00Z"],
  ["the date line's west", "Pacific/Pago_Pago", "2026-03-20", "2026-03-21T11:00:00Z"],
  ["a zone without summer time", "Asia/Kolkata", "2026-03-29", "2026-03-29T18:30:00Z"],
  ["the day clocks go forward", "Europe/Berlin", "2026-03-29", "2026-03-29T22:00:00Z"],
  ["the day clocks go back", "Europe/Berlin", "2026-10-25", "2026-10-25T23:00:00Z"],
  ["an unknown zone: the organisation's", "Atlantis", "2026-03-20", "2026-03-20T15:00:00Z"],
  ["no zone of their own", null, "2026-03-20", "2026-03-20T15:00:00Z"],
])("answers are taken until the closing day has ended where the rater is: %s", async (...given) => {
  const [, zone, date, end] = given;
  await organisationIn("Asia/Tokyo");
  await liveIn(zone);
  await closesOn(date);
  expect(await takenAt(new Date(Date.parse(end) - 1_000).toISOString())).toBe(true);
  expect(await takenAt(end)).toBe(false);
});

test("while a cycle is paused no answers are taken", async () => {
  const rater = cycle.rater(house.people.peer1);
  const requestId = await cycle.requestOf(house.people.peer1);
  await db.owner.query("UPDATE round SET paused = true WHERE id = $1", [cycle.cycleId]);
  expect(accepted(await questionnaireFor(db.platform, rater, requestId)).open).toBe(false);
  expect(await saveAnswers(db.platform, rater, requestId, [["item-0", "1"]])).toEqual({
    ok: false,
    reason: "paused",
  });
});
