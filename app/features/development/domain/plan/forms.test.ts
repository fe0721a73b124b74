import { expect, test } from "vitest";
import { actionInput, readAction } from "./action-form.ts";
import { areaInput, readArea } from "./area-form.ts";

const today = "2026-12-01";
const hats = ["managing", "leading"];

const area = (typed: object, before: string | null = null) =>
  readArea(areaInput.parse({ title: "Hand over", ...typed }), { hats, today, before });

const around = {
  ...{ hats, today, own: "ana", owners: ["boss", "coach"], practices: ["ask-first"], before: null },
};
const action = (typed: object, more: object = {}) =>
  readAction(actionInput.parse({ kind: "course", words: "Take it", ...typed }), {
    ...around,
    ...more,
  });

test("an area needs no more than a title; what is left out is empty", () => {
  expect(area({ hat: "both" })).toEqual({
    area: {
      ...{ title: "Hand over", hat: null, goal: "", measure: "", means: "", reason: "" },
      dueOn: null,
    },
    problems: [],
  });
  expect(areaInput.safeParse({ title: "  " }).success).toBe(false);
});

test.each([
  ["2026-11-30", null, ["past"]],
  ["2026-11-30", "2026-11-30", []],
  ["2026-12-01", null, []],
  ["2030-12-01", null, ["too-far"]],
])("until %s where %s stood: %j", (dueOn, before, codes) => {
  expect(area({ dueOn }, before).problems.map(({ code }) => code)).toEqual(codes);
  const stood = { dueOn: before, ownerId: null, practice: null };
  expect(action({ dueOn }, { before: stood }).problems.map(({ code }) => code)).toEqual(codes);
});

test("a hat that there is not is named", () => {
  expect(area({ hat: "top" }).problems).toEqual([{ field: "hat", code: "unknown" }]);
  expect(action({ hat: "top" }).problems).toEqual([{ field: "hat", code: "unknown" }]);
  expect(area({ hat: "leading" }).area.hat).toBe("leading");
});

test("whoever sees to an action reads the plan; who did before and left may stay", () => {
  expect(action({ owner: "ana" }).action.ownerId).toBeNull();
  expect(action({ owner: "boss" })).toMatchObject({ action: { ownerId: "boss" }, problems: [] });
  expect(action({ owner: "stranger" }).problems).toEqual([{ field: "owner", code: "unknown" }]);
  const before = { dueOn: null, ownerId: "gone", practice: null };
  expect(action({ owner: "gone" }, { before }).problems).toEqual([]);
});

test("a practice is one that is offered, of an action of that kind", () => {
  const practice = "ask-first";
  expect(action({ kind: "practice", practice }).action.practice).toBe(practice);
  expect(action({ kind: "course", practice }).action.practice).toBeNull();
  expect(action({ kind: "practice", practice: "made-up" }).action.practice).toBeNull();
  const before = { dueOn: null, ownerId: null, practice: "withdrawn" };
  const kept = action({ kind: "practice", practice: "withdrawn" }, { before });
  expect(kept.action.practice).toBe("withdrawn");
});
