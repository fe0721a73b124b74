import { afterAll, beforeAll, expect, test } from "vitest";
import { saveRole, saveRoleInput } from "~/features/frameworks/index.server.ts";
import { reportPage } from "~/features/reports/report/report-page.server.ts";
import { ownReports } from "~/features/reports/report/report-reads.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { accepted, closeScoreAndRelease, collectingCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";

let db: TestDatabase;
let house: House;

beforeAll(async () => {
  db = await createTestDatabase();
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
});
afterAll(() => db.close());

test("the report has what the role needed at launch, whatever becomes of the profile afterwards", async () => {
  const form = {
    titles: "lead",
    needs: [
      {
        ...{ competency: "setting-goals", level: "4", weight: "essential" },
        importance: "essential",
      },
    ],
    hasZone: true,
    zone: { managing: { low: "-0.5", high: "0.5" }, leading: { low: "0", high: "1" } },
    ...{ validFrom: "2026-03-02", frameworkVersion: 1 },
  };
  const save = (target: Parameters<typeof saveRole>[2], name: string) =>
    saveRole(db.platform, house.admin, target, saveRoleInput.parse({ ...form, name }));
  const { id } = accepted(await save({ framework: "both-hats" }, "Team lead"));
  const cycle = await collectingCycle(db.platform, house);
  accepted(await save({ id, revision: 1 }, "Someone else"));
  await closeScoreAndRelease(db.platform, house, cycle.cycleId);
  const lead = house.member(house.people.lead);
  const page = await inOrganisation(db.platform, lead, async (tx) => {
    const [own] = await ownReports(tx, lead);
    return reportPage(tx, lead, own!.id, "2026-04-01");
  });
  expect(page?.role).toEqual({
    name: "Team lead",
    zone: { managing: { low: -0.5, high: 0.5 }, leading: { low: 0, high: 1 } },
  });
  const { rows } = await db.owner.query("SELECT role_profile FROM subject WHERE round_id = $1", [
    cycle.cycleId,
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0].role_profile).toEqual({
    name: "Team lead",
    importance: { "setting-goals": "essential" },
    zone: { managing: { low: -0.5, high: 0.5 }, leading: { low: 0, high: 1 } },
  });
});
