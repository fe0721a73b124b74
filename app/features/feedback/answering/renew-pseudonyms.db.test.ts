import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { saveAnswers } from "~/features/rounds/answering/answer.server.ts";
import { renewPseudonyms } from "~/features/rounds/answering/renew-pseudonyms.server.ts";
import { formerPseudonym } from "~/features/rounds/pseudonyms/pseudonym.server.ts";
import { openRequests } from "~/features/rounds/reads/rater-reads.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accepted, answer, type CollectingCycle, collectingCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycle = await collectingCycle(db.platform, house);
});
afterAll(() => db.close());

const responses = async () =>
  (
    await db.owner.query<{ id: string; pseudonym: Buffer; state: string; ratings: number[] }>(
      "SELECT id, pseudonym, state, ratings, comments, cant_say, revision FROM response WHERE round_id = $1 ORDER BY ratings",
      [cycle.cycleId],
    )
  ).rows;

const stateOf = async (personId: string) => {
  const rater = cycle.rater(personId);
  const requests = await inOrganisation(db.platform, rater, (tx) =>
    openRequests(tx, rater, db.platform.secret),
  );
  return requests[0]?.state;
};

/** A round as the release before left it: one pseudonym for all that a rater answered. */
async function asBefore(personIds: readonly string[]): Promise<void> {
  const { rows } = await db.owner.query<{ salt: Buffer }>(
    "UPDATE round_secret SET by_pair = false WHERE round_id = $1 RETURNING salt",
    [cycle.cycleId],
  );
  // As the migrations note where there are such rounds.
  await db.owner.query(
    `INSERT INTO due (organisation_id, id, work, due_at) VALUES ($1, $2, 'pseudonyms', '2026-01-01')`,
    [house.organisationId, newId()],
  );
  const salt = rows[0]?.salt ?? Buffer.alloc(0);
  const stored = await responses();
  for (const [index, personId] of personIds.entries())
    await db.owner.query("UPDATE response SET pseudonym = $2 WHERE id = $1", [
      stored[index]?.id,
      formerPseudonym(salt, db.platform.secret, personId),
    ]);
}

test("what was answered before the upgrade is its rater's afterwards, to the letter, under another id", async () => {
  const { peer1, peer2, peer3 } = house.people;
  const [first, second] = [cycle.rater(peer1), cycle.rater(peer2)];
  await answer(db.platform, first, await cycle.requestOf(peer1), {
    ratings: [-2],
    comments: { keep: "x" },
  });
  accepted(await saveAnswers(db.platform, second, await cycle.requestOf(peer2), [["item-0", "1"]]));
  await asBefore([peer1, peer2]);
  expect([await stateOf(peer1), await stateOf(peer2)], "nobody's yet").toEqual([
    "invited",
    "invited",
  ]);
  const before = await responses();

  expect(await renewPseudonyms(db.platform)).toBe(1);
  expect([await stateOf(peer1), await stateOf(peer2), await stateOf(peer3)]).toEqual([
    "done",
    "started",
    "invited",
  ]);
  const after = await responses();
  const plain = (rows: typeof after) => rows.map(({ id, pseudonym, ...rest }) => rest);
  expect(plain(after)).toEqual(plain(before));
  const ids = new Set(before.map(({ id }) => id));
  expect(after.some(({ id }) => ids.has(id))).toBe(false);
});

test("done again it changes nothing, and cycles of this release are left alone", async () => {
  const { peer1 } = house.people;
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
  const before = await responses();
  expect(await renewPseudonyms(db.platform)).toBe(0);
  await asBefore([peer1]);
  expect(await renewPseudonyms(db.platform)).toBe(1);
  const once = await responses();
  expect(await renewPseudonyms(db.platform)).toBe(0);
  expect(await responses()).toEqual(once);
  expect(once[0]?.pseudonym).toEqual(before[0]?.pseudonym);
});
