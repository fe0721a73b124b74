import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { monitoringPage } from "~/features/rounds/monitoring/monitoring-page.server.ts";
import {
  type ProgressTab,
  progressSheet,
} from "~/features/rounds/monitoring/progress-sheet.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { toCsv } from "~/platform/tables/write-csv.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/database/test-database.ts";
import { closeCycle } from "../closing/close-cycle.server.ts";
import { bystanders } from "../testing/actors.ts";
import { answer, type CollectingCycle, collectingCycle, required } from "../testing/cycle.ts";
import { createHouse, type House } from "../testing/house.ts";
import { tellNow } from "../testing/tell-progress.ts";

let db: TestDatabase;
let house: House;
let cycle: CollectingCycle;

beforeAll(async () => {
  db = await createTestDatabase();
  db.platform.clock.set(new Date("2026-03-02T12:00:00Z"));
  house = await createHouse(db.platform);
  const { lead, boss, peer1, peer2 } = house.people;
  const asked = (personId: string, ...raters: string[]) => ({
    personId,
    raters: raters.map((rater) => ({ personId: rater, relationship: "peer" as const })),
  });
  await db.owner.query("UPDATE person SET name = '=1+1' WHERE id = $1", [peer1]);
  cycle = await collectingCycle(db.platform, house, [
    asked(boss, peer1),
    asked(lead, peer1, peer2),
    asked(peer1, peer2),
  ]);
  await answer(db.platform, cycle.rater(peer1), await cycle.requestOf(peer1, boss));
  await answer(db.platform, cycle.rater(peer2), await cycle.requestOf(peer2, lead));
});
afterAll(() => db.close());

const t = readerTexts().getFixedT(null, ["monitoring", "relationships"]);
const sheet = (
  tab: ProgressTab,
  { search = "", order = null }: { search?: string; order?: "name" | "least" | null } = {},
  actor: Actor = house.admin,
) => progressSheet(db.platform, actor, cycle.cycleId, { tab, search, order }, t);
const page = (tab: ProgressTab, order: "name" | "least" | null) =>
  monitoringPage(db.platform, house.admin, cycle.cycleId, { tab, search: "", page: 1, order });

test("until a step has come the file tells as little as the page, and after it the same", async () => {
  const figures = async () =>
    (await sheet("participants"))?.rows.map((row) => [row[0], row[4], row[6]]);
  const before = [
    ["=1+1", 1, 0],
    ["boss", 1, 0],
    ["lead", 2, 0],
  ];
  expect(await figures()).toEqual(before);
  await tellNow(db.platform, house);
  expect(await figures()).toEqual([
    ["=1+1", 1, 0],
    ["boss", 1, 1],
    ["lead", 2, 1],
  ]);
  const shown = (await page("participants", null)).participants?.rows;
  expect(shown?.map(({ name, total }) => [name, total.asked, total.done])).toEqual(await figures());
  expect(JSON.stringify(await sheet("participants"))).not.toMatch(/\d{4}-\d\d|\d\d:\d\d/);
});

test("least answered first, by name, and what a search leaves, as on the page", async () => {
  const names = async (found: ReturnType<typeof sheet>) =>
    (await found)?.rows.map(([name]) => name);
  expect(await names(sheet("participants", { order: "least" }))).toEqual(["=1+1", "lead", "boss"]);
  expect((await page("participants", "least")).participants?.rows.map(({ name }) => name)).toEqual([
    ...["=1+1", "lead", "boss"],
  ]);
  expect(await names(sheet("participants", { search: "lead" }))).toEqual(["lead"]);
  expect((await sheet("people"))?.rows).toEqual([
    ["=1+1", 1],
    ["peer2", 1],
  ]);
  expect((await sheet("departments"))?.rows).toContainEqual(["Deck", 1, 2, 1, 1]);
  expect((await page("people", "name")).people?.rows.map(({ name }) => name)).toEqual([
    ...["=1+1", "peer2"],
  ]);
});

test("no name can run in a spreadsheet", async () => {
  const found = await sheet("people");
  expect(toCsv(found?.rows ?? [])).toContain("'=1+1");
});

test("it is HR's, while the round collects", async () => {
  const { members, elsewhere } = await bystanders(db.platform, house);
  for (const [who, actor] of [...members, ["elsewhere", elsewhere] as const])
    expect([who, await sheet("participants", {}, actor)]).toEqual([who, null]);
  required(await closeCycle(db.platform, house.admin, cycle.cycleId, { minutesToReconsider: 10 }));
  expect(await sheet("participants")).toBe(null);
});
