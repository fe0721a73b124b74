import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "~/platform/db/ids.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { bystanders } from "../testing/actors.ts";
import { accepted, draftCycle } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { chooseParticipants } from "./choose-participants.server.ts";
import { countWithRules } from "./count-with-rules.server.ts";
import { ratersStep } from "./raters-step.server.ts";
import { setupPage } from "./setup-page.server.ts";

let db: TestDatabase;
let house: House;
let cycleId: string;

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  house = await createHouse(db.platform);
  cycleId = await draftCycle(db.platform, house);
});
afterAll(() => db.close());

const choose = () =>
  chooseParticipants(db.platform, house.admin, cycleId, [house.people.lead]).then(accepted);

test("what the rules leave is counted over the lists as they are now", async () => {
  const none = { participants: 0, shown: 0, comments: 0, rated: 0, groups: [] };
  expect(await countWithRules(db.platform, house.admin, cycleId)).toEqual(none);
  await choose();
  const counted = {
    ...{ participants: 1, shown: 1, comments: 1, rated: 1 },
    groups: [
      { relationship: "peer", participants: 1, raters: 4, alone: 1 },
      { relationship: "direct_report", participants: 1, raters: 4, alone: 1 },
    ],
  };
  expect(await countWithRules(db.platform, house.admin, cycleId)).toEqual(counted);
  const step = await ratersStep(db.platform, house.admin, cycleId, { search: "nobody", page: 1 });
  expect(step?.rules).toEqual(counted);
});

test("members, administrators elsewhere and cycles that don't exist get nothing", async () => {
  await choose();
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const [who, actor] of [...members, ["administrator elsewhere", elsewhere] as const])
    expect([who, await countWithRules(db.platform, actor, cycleId)]).toEqual([who, null]);
  for (const id of [newId(), "not-an-id"])
    expect(await countWithRules(db.platform, house.admin, id)).toBeNull();
});

test("the preview is about a participant, and tells the minimum of their own list", async () => {
  const example = async () => (await setupPage(db.platform, house.admin, cycleId))?.example;
  expect(await example()).toEqual({ name: null, minimum: 3 });
  await choose();
  expect(await example()).toEqual({ name: "lead", minimum: 3 });
  await db.owner.query("UPDATE subject SET list = 'shaped' WHERE round_id = $1", [cycleId]);
  expect(await example()).toEqual({ name: "lead", minimum: 4 });
});
