import { expect, test } from "vitest";
import { nextStepOf } from "./next-step.ts";
import { OWN_SOURCE, type PlanAction, type PlanArea } from "./plan.ts";

const TODAY = "2026-03-10";

const area = (id: string, facts: Partial<PlanArea> = {}): PlanArea => ({
  ...{ ...OWN_SOURCE, id, title: id, hat: null, status: "open", revision: 1 },
  ...{ goal: "", measure: "", means: "", reason: "", dueOn: null, ...facts },
});
const action = (areaId: string, facts: Partial<PlanAction> = {}): PlanAction => ({
  ...{ id: `of ${areaId}`, areaId, kind: "stretch", words: "w", ownerId: null, dueOn: null },
  ...{ hat: null, evidence: "", practice: null, status: "open", doneOn: null, revision: 1 },
  ...facts,
});
const next = (
  areas: PlanArea[],
  actions: PlanAction[] = [],
  more: Partial<Parameters<typeof nextStepOf>[0]> = {},
) =>
  nextStepOf({
    ...{ plan: { areas, actions }, chosen: [], practised: new Set<string>() },
    ...{ isPractising: false, today: TODAY, ...more },
  });
const focus = { from: "report 1 item", title: "Delegates" };

test("without a plan and without a focus nothing waits", () => {
  expect(next([], [], { plan: null })).toBeNull();
  expect(next([], [], { plan: null, chosen: [focus] })).toEqual({ step: "take", focus });
});

test("an action whose day is over comes first, then one of the next week, with how many others", () => {
  const actions = [
    action("a", { id: "later", dueOn: "2026-03-18" }),
    action("a", { id: "soon", dueOn: "2026-03-17" }),
    action("a", { id: "late", dueOn: "2026-03-09" }),
  ];
  expect(next([area("a")], actions)).toMatchObject({
    ...{ step: "overdue", action: { id: "late" }, others: 1 },
  });
  expect(next([area("a")], actions.slice(0, 2), { chosen: [focus] })).toMatchObject({
    ...{ step: "due", action: { id: "soon" }, others: 0 },
  });
  expect(next([area("a")], [action("a", { dueOn: TODAY })])).toMatchObject({ step: "due" });
});

test("what somebody else sees to, what is done, and what is of an area that is over is not theirs to do", () => {
  for (const facts of [{ ownerId: "boss" }, { status: "done" }, { status: "dropped" }] as const)
    expect(next([area("a")], [action("a", { dueOn: "2026-03-09", ...facts })])?.step).not.toBe(
      "overdue",
    );
  const closed = area("a", { status: "reached" });
  expect(next([closed], [action("a", { dueOn: "2026-03-09" })])).toBeNull();
});

test("then a goal whose day has come, then what a report waits with, while there is room", () => {
  expect(next([area("a", { dueOn: TODAY })], [], { chosen: [focus] })).toMatchObject({
    ...{ step: "look-back", area: { id: "a" } },
  });
  expect(next([area("a")], [action("a")], { chosen: [focus] })).toMatchObject({ step: "take" });
  const full = ["a", "b", "c"].map((id) => area(id));
  const done = full.map(({ id }) => action(id));
  expect(next(full, done, { chosen: [focus] })).toBeNull();
});

test("then an area with nothing to do, and a behaviour that was never practised", () => {
  expect(next([area("a")])).toMatchObject({ step: "act", area: { id: "a" } });
  expect(next([area("a")], [action("a", { status: "dropped" })])).toMatchObject({ step: "act" });
  expect(next([area("a")], [], { practised: new Set(["a"]) })).toBeNull();
  const known = area("a", { behaviour: "few-goals" });
  expect(next([known], [action("a")])).toMatchObject({ step: "practise", area: { id: "a" } });
  expect(next([known], [action("a")], { isPractising: true })).toBeNull();
  expect(next([known], [action("a")], { practised: new Set(["a"]) })).toBeNull();
  expect(next([area("a")], [action("a")])).toBeNull();
});
