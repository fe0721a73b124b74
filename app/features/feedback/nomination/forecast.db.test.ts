import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { assignRaters } from "../setup/assign-raters.server.ts";
import { bystanders } from "../testing/actors.ts";
import { accepted, draftCycle, usualAssignments } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { nominationPage } from "./nomination-page.server.ts";
import { reviewForecast } from "./review-forecast.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;
let participantId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
  const ids = accepted(
    await assignRaters(db.platform, house.admin, cycleId, usualAssignments(house)),
  );
  participantId = ids.get(house.people.lead)!;
});
afterAll(() => db.close());

/** An earlier round whose model found these variances for both hats; `participant` for managing. */
async function earlierRound(closesOn: string, participant: number, participants = 40) {
  const id = await draftCycle(db.platform, house);
  await db.owner.query("UPDATE round SET closes_on = $2, name = $3 WHERE id = $1", [
    id,
    closesOn,
    `Round of ${closesOn}`,
  ]);
  for (const [figure, variance] of [
    ["managing", participant],
    ["leading", 0.9],
    ["setting-goals", 0.01],
  ] as const)
    await db.owner.query(
      "INSERT INTO cycle_model VALUES ($1, $2, $3, $4, 120, 300, $5, 0.05, 0.05, true)",
      [house.organisationId, id, figure, participants, variance],
    );
}
const review = () => reviewForecast(db.platform, house.admin, cycleId);
const page = async () =>
  (await nominationPage(db.platform, house.admin, participantId, { search: "", instead: "" }))!
    .forecast;

test("without an earlier round the built-in values serve, own views left out", async () => {
  const { forecast, basis } = await page();
  expect(basis.source).toBe("built-in");
  expect(forecast.groups.map(({ group, raters }) => [group, raters])).toEqual([
    ["manager", 1],
    ["peer", 4],
    ["direct_report", 3],
    ["other", 1],
  ]);
  expect(forecast.all).toMatchObject({ raters: 9, verdict: "enough" });
  expect(await review()).toMatchObject({
    spread: { enough: 1, fair: 0, first: 0, nobody: 0 },
    basis: { source: "built-in" },
  });
});

test("the newest round counts, by the hat that is told apart least", async () => {
  await earlierRound("2025-06-01", 0.5);
  await earlierRound("2025-12-01", 0.025);
  const { forecast, basis } = await page();
  expect(basis).toMatchObject({
    source: "cycle",
    cycleName: "Round of 2025-12-01",
    participants: 40,
    raters: 120,
    ratings: 300,
  });
  expect(forecast.groups.find(({ group }) => group === "manager")?.reliability).toBeCloseTo(0.2, 9);
});

test("a round that is too small is no ground, nor is one of another organisation", async () => {
  await earlierRound("2025-12-01", 0.5, 8);
  expect((await page()).basis.source).toBe("built-in");
  const here = house;
  house = await createHouse(db.platform);
  await earlierRound("2025-12-02", 0.5);
  house = here;
  expect((await page()).basis.source).toBe("built-in");
});

test("the forecast for a whole cycle is HR's", async () => {
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const [who, actor] of [...members, ["elsewhere", elsewhere] as const])
    expect([who, await reviewForecast(db.platform, actor, cycleId)]).toEqual([who, null]);
  expect(await reviewForecast(db.platform, house.admin, "not-an-id")).toBeNull();
});
