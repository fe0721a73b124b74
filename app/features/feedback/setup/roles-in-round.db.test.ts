import { afterAll, beforeAll, expect, test } from "vitest";
import { saveRole, saveRoleInput } from "~/features/frameworks/index.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accepted, draftCycle, usualAssignments } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { assignRaters } from "./assign-raters.server.ts";
import { rolesInRound } from "./roles-in-round.server.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

test("HR sees how many participants have a role, and in which", async () => {
  const cycleId = await draftCycle(db.platform, house);
  const { boss, peer1 } = house.people;
  const others = [
    { personId: boss, raters: [{ personId: peer1, relationship: "other" as const }] },
  ];
  accepted(
    await assignRaters(db.platform, house.admin, cycleId, [...usualAssignments(house), ...others]),
  );
  const seen = (actor = house.admin) => rolesInRound(db.platform, actor, cycleId);
  expect(await seen()).toEqual({ roles: [], without: 2 });
  accepted(
    await saveRole(
      db.platform,
      house.admin,
      { framework: "both-hats" },
      saveRoleInput.parse({
        ...{ name: "Team lead", titles: "Lead", validFrom: "2026-03-02", frameworkVersion: 1 },
      }),
    ),
  );
  expect(await seen()).toEqual({ roles: [{ name: "Team lead", count: 1 }], without: 1 });
  expect(await seen(house.member(house.people.lead))).toBeNull();
});
