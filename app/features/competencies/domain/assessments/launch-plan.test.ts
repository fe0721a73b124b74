import { expect, test } from "vitest";
import { launchObstacles, launchPlan, type ToAssess } from "./launch-plan.ts";

const person = (personId: string, told: Partial<ToAssess> = {}): ToAssess => ({
  ...{ subjectId: `s-${personId}`, personId, name: personId, managerId: "boss", secondId: null },
  ...{ needed: ["b", "a"], ...told },
});
const order = ["a", "b", "c"];

test("each is placed on what their roles need, in the framework's order, by themselves and whoever leads them", () => {
  const plan = launchPlan([person("ana", { secondId: "peer" })], { order, chosen: null, most: 9 });
  expect(plan.placed).toEqual([{ subjectId: "s-ana", competencies: ["a", "b"] }]);
  expect(plan.sheets.map(({ part, authorId }) => [part, authorId])).toEqual([
    ["self", "ana"],
    ["manager", "boss"],
    ["second", "peer"],
  ]);
});

test("the same for everybody, whatever their roles need; what the framework has no more is left out", () => {
  const plan = launchPlan([person("ana", { needed: [] })], {
    ...{ order, chosen: ["c", "gone", "a", "a"], most: 9 },
  });
  expect(plan.placed[0]?.competencies).toEqual(["a", "c"]);
});

test("whose roles need nothing is not asked, and whoever has nobody above them places themselves", () => {
  const plan = launchPlan([person("bo", { needed: ["z"] }), person("chief", { managerId: null })], {
    ...{ order, chosen: null, most: 9 },
  });
  expect(plan.without.map(({ name }) => name)).toEqual(["bo"]);
  expect(plan.alone.map(({ name }) => name)).toEqual(["chief"]);
  expect(plan.sheets).toHaveLength(1);
});

test("nobody is a second voice beside themselves, or twice", () => {
  for (const secondId of ["ana", "boss"]) {
    const plan = launchPlan([person("ana", { secondId })], { order, chosen: null, most: 9 });
    expect(plan.sheets.map(({ part }) => part)).toEqual(["self", "manager"]);
  }
});

test("a round begins with somebody, something, not too much, and time left", () => {
  const on = { closesOn: "2026-03-10", today: "2026-03-01" };
  const plan = (people: ToAssess[], most = 9) => launchPlan(people, { order, chosen: null, most });
  expect(launchObstacles(plan([person("ana")]), on)).toEqual([]);
  expect(launchObstacles(plan([]), on)).toEqual(["nobody"]);
  expect(launchObstacles(plan([person("ana", { needed: [] })]), on)).toEqual(["nothing-needed"]);
  expect(launchObstacles(plan([person("ana")], 1), on)).toEqual(["too-many"]);
  expect(launchObstacles(plan([person("ana")]), { ...on, today: "2026-03-11" })).toEqual(["over"]);
});
