import { expect, test } from "vitest";
import { anAction, anArea } from "../../testing/plan.ts";
import { isShownToAll, publicPart } from "./public-plan.ts";

test("of a plan everybody reads areas, goals and actions, and of nothing else a word", () => {
  const told = { measure: "SECRET", means: "SECRET", reason: "SECRET" };
  const source = { reportId: "SECRET", behaviour: "SECRET", competency: "SECRET" };
  const areas = [
    anArea({ ...told, ...source, origin: "report", id: "a", goal: "Decide less", hat: "leading" }),
    anArea({ ...told, id: "b", title: "Listen", status: "reached" }),
    anArea({ id: "c", title: "SECRET", status: "dropped" }),
  ];
  const more = { evidence: "SECRET", ownerId: "SECRET", practice: "SECRET" };
  const actions = [
    anAction({ ...more, id: "1", areaId: "a", status: "done", doneOn: "2026-03-01" }),
    anAction({ ...more, id: "2", areaId: "a", words: "Ask first" }),
    anAction({ id: "3", areaId: "a", words: "SECRET", status: "dropped" }),
    anAction({ id: "4", areaId: "c", words: "SECRET" }),
  ];
  const part = publicPart({ areas, actions });
  expect(part).toEqual({
    areas: [
      {
        ...{ id: "a", title: "Hand over", goal: "Decide less", dueOn: null, hat: "leading" },
        isReached: false,
        actions: [
          { id: "2", words: "Ask first", isDone: false },
          { id: "1", words: "Let Lotte lead", isDone: true },
        ],
      },
      {
        ...{ id: "b", title: "Listen", goal: "", dueOn: null, hat: null, isReached: true },
        actions: [],
      },
    ],
  });
  expect(JSON.stringify(part)).not.toContain("SECRET");
});

test("it is shown only while all of it holds: chosen, worked on, here, and leading leaders", () => {
  const all = { isPublished: true, isOver: false, isHere: true, leadsLeaders: true };
  expect(isShownToAll(all)).toBe(true);
  for (const not of [
    ...[{ isPublished: false }, { isOver: true }, { isHere: false }, { leadsLeaders: false }],
  ])
    expect(isShownToAll({ ...all, ...not })).toBe(false);
});
