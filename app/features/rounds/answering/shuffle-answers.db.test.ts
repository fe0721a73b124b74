import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createTestOrganisation,
  type TestOrganisation,
} from "~/features/identity/testing/organisation.ts";
import { unsafeSeededChance } from "~/platform/chance/chance.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accepted, answer } from "../testing/answering.ts";
import { type Given, largeRound } from "../testing/large-round.ts";
import type { CollectingRound } from "../testing/round.ts";
import { questionnaireFor, saveAnswers } from "./answer.server.ts";
import { shuffleAnswers } from "./shuffle-answers.server.ts";

let db: TestDatabase;
let organisation: TestOrganisation;
let round: CollectingRound & { given: Given[] };

beforeAll(async () => {
  db = await createTestDatabase();
  organisation = await createTestOrganisation(db.platform);
  round = await largeRound(db.platform, organisation, unsafeSeededChance("shuffling"));
});
afterAll(() => db.close());

/** A request that was answered, and whose it is. */
async function answered() {
  const [given] = round.given;
  const personId = given?.raterPersonId ?? "";
  const [about] = [...round.subjects].find(([, id]) => id === given?.subjectId) ?? [""];
  return [round.rater(personId), await round.requestOf(personId, about)] as const;
}

/** Responses in their places, with the transaction that wrote each. */
const rows = async () =>
  (
    await db.owner.query<{ key: string; writer: string }>(
      `SELECT id || ratings::text || coalesce(comments::text, '') || state || revision AS key, xmin::text AS writer
         FROM response WHERE round_id = $1 ORDER BY ctid`,
      [round.roundId],
    )
  ).rows;
const keys = async () => (await rows()).map(({ key }) => key);
const shuffle = () => shuffleAnswers(db.platform, organisation);

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
  const [rater, requestId] = await answered();
  await answer(db.platform, rater, requestId, { ratings: [1] });
  const saves = Array.from({ length: 12 }, (_, item) =>
    saveAnswers(db.platform, rater, requestId, [[`item-${item}`, String((item % 5) - 2)]]),
  );
  await Promise.all([...saves, shuffle(), shuffle()]);
  for (const saved of await Promise.all(saves)) accepted(saved);
  const { answers } = accepted(await questionnaireFor(db.platform, rater, requestId));
  expect(answers.ratings.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, i) => (i % 5) - 2));
  const doubled = await db.owner.query(
    "SELECT 1 FROM response WHERE round_id = $1 GROUP BY subject_id, pseudonym HAVING count(*) > 1",
    [round.roundId],
  );
  expect(doubled.rows).toEqual([]);
});

test("a round that closes is left as it is", async () => {
  await answer(db.platform, ...(await answered()), { ratings: [2] });
  await db.owner.query("UPDATE round SET state = 'closing' WHERE id = $1", [round.roundId]);
  const before = await rows();
  expect(await shuffle()).toBe(0);
  expect(await rows()).toEqual(before);
});
