import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { questionnaireFor, saveAnswers } from "~/features/rounds/answering/answer.server.ts";
import { shuffleAnswers } from "~/features/rounds/answering/shuffle-answers.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accepted, answer } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { type LargeCycle, largeCycle } from "../testing/large-cycle.ts";

let db: TestDatabase;
let house: House;
let cycle: LargeCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycle = await largeCycle(db.platform, house, 7);
});
afterAll(() => db.close());

/** Responses in their places, with the transaction that wrote each. */
const rows = async () =>
  (
    await db.owner.query<{ key: string; writer: string }>(
      `SELECT id || ratings::text || coalesce(comments::text, '') || state || revision AS key, xmin::text AS writer
         FROM response WHERE cycle_id = $1 ORDER BY ctid`,
      [cycle.cycleId],
    )
  ).rows;
const keys = async () => (await rows()).map(({ key }) => key);
const shuffle = () => shuffleAnswers(db.platform, house);

test("afterwards one transaction wrote every response, and their places follow another order", async () => {
  const before = await keys();
  expect(new Set((await rows()).map(({ writer }) => writer)).size).toBeGreaterThan(50);
  expect(await shuffle()).toBe(1);
  const after = await rows();
  expect(new Set(after.map(({ writer }) => writer)).size).toBe(1);
  expect(after.map(({ key }) => key)).not.toEqual(before);
  expect((await keys()).toSorted(), "nothing of what was written changed").toEqual(
    before.toSorted(),
  );
  // Neighbours before are neighbours afterwards no more often than by chance.
  const place = new Map(after.map(({ key }, at) => [key, at]));
  const beside = before.filter(
    (key, at) => Math.abs((place.get(key) ?? 0) - (place.get(before[at + 1] ?? "") ?? -9)) === 1,
  );
  expect(beside.length).toBeLessThan(before.length / 10);
});

test("where nothing was written since, nothing is written", async () => {
  await shuffle();
  const before = await rows();
  expect(await shuffle()).toBe(0);
  expect(await rows()).toEqual(before);
});

test("who answers meanwhile loses nothing and finds it again", async () => {
  const [given] = cycle.given;
  const personId = given?.raterPersonId ?? "";
  const rater = cycle.rater(personId);
  const requestId = await cycle.requestOf(personId);
  await answer(db.platform, rater, requestId, { ratings: [1] });
  const saves = Array.from({ length: 12 }, (_, item) =>
    saveAnswers(db.platform, rater, requestId, [[`item-${item}`, String((item % 5) - 2)]]),
  );
  await Promise.all([...saves, shuffle(), shuffle()]);
  for (const saved of await Promise.all(saves)) accepted(saved);
  const { answers } = accepted(await questionnaireFor(db.platform, rater, requestId));
  expect(answers.ratings.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, i) => (i % 5) - 2));
  const doubled = await db.owner.query(
    "SELECT 1 FROM response WHERE cycle_id = $1 GROUP BY participant_id, pseudonym HAVING count(*) > 1",
    [cycle.cycleId],
  );
  expect(doubled.rows).toEqual([]);
});

test("a round that closes is left as it is", async () => {
  await db.owner.query("UPDATE cycle SET state = 'closing' WHERE id = $1", [cycle.cycleId]);
  const before = await rows();
  expect(await shuffle()).toBe(0);
  expect(await rows()).toEqual(before);
});
