import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { countWaiting } from "~/features/rounds/reads/requests-for-home.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { answer, collectingCycle, draftCycle } from "../testing/cycle.ts";
import { createHouse } from "../testing/house.ts";
import { countStandingStill } from "./tended-cycles.server.ts";

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());

test("the navigation counts what waits: requests for whoever is asked, rounds that stand still for HR", async () => {
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  const house = await createHouse(db.platform);
  const cycle = await collectingCycle(db.platform, house);
  await draftCycle(db.platform, house);
  const { peer1, stranger } = house.people;
  const counts = (actor: Actor) =>
    inOrganisation(db.platform, actor, async (tx) => [
      await countWaiting(db.platform, tx, actor),
      await countStandingStill(db.platform, tx, actor),
    ]);
  const peer = house.member(peer1);
  expect(await counts(peer)).toEqual([1, 0]);
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1));
  expect(await counts(peer)).toEqual([0, 0]);
  expect(await counts(house.admin)).toEqual([0, 0]);
  db.platform.clock.set(new Date("2026-03-24T12:00:00Z"));
  expect(await counts(house.admin)).toEqual([0, 1]);
  expect(await counts(house.member(stranger))).toEqual([0, 0]);
  expect(await counts({ ...house.admin, personId: null })).toEqual([0, 1]);
});
