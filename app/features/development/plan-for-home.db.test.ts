import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { builtInFrameworks, keepFrameworks } from "~/features/frameworks/index.server.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import { todayOf } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { planForHome } from "./plan-for-home.server.ts";
import { practiceForm, savePracticeChoice } from "./practice/save-practice-choice.server.ts";
import { createPlanCrew, type PlanCrew } from "./testing/crew.ts";

let db: TestDatabase;
let crew: PlanCrew;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  crew = await createPlanCrew(db);
  await inOrganisation(db.platform, crew.home, (tx) => keepFrameworks(tx, builtInFrameworks()));
});

const home = (who: "ana" | "boss" = "ana") =>
  inOrganisation(db.platform, crew.home, (tx) => planForHome(db.platform, tx, crew.as(who)));
const inDays = (days: number) => daysAfter(todayOf(db.platform), days);

test("one next step at a time, each leading to where it is done; nobody else's home knows of it", async () => {
  expect(await home()).toEqual([]);
  const area = await crew.area();
  expect(await home()).toMatchObject([
    { detail: "Hand over decisions", href: `/plan/areas/${area}/action`, urgency: "any-time" },
  ]);
  await crew.action(area, { dueOn: inDays(30) });
  expect(await home()).toEqual([]);
  await db.owner.query("UPDATE plan_area SET behaviour = 'few-goals' WHERE id = $1", [area]);
  const practise = `/plan/practice/new?area=${area}`;
  expect(await home()).toMatchObject([{ href: practise }]);
  await crew.action(area, { words: "Write the note", dueOn: inDays(3) });
  await crew.action(area, { words: "Ask Lotte", dueOn: inDays(5) });
  expect(await home()).toMatchObject([
    { detail: "Write the note · One more is due soon.", href: "/plan", urgency: "own" },
  ]);
  expect(await home("boss")).toEqual([]);
});

test("once a practice of an area is chosen, none is asked for", async () => {
  const area = await crew.area();
  await crew.action(area);
  await db.owner.query("UPDATE plan_area SET behaviour = 'few-goals' WHERE id = $1", [area]);
  expect(await home()).toHaveLength(1);
  const asked = { area, behaviour: null, offered: null };
  const form = practiceForm.parse({ cue: "When it rings", action: "I wait", weekdays: ["1"] });
  expect((await savePracticeChoice(db.platform, crew.as("ana"), asked, form)).ok).toBe(true);
  expect(await home()).toEqual([]);
});
