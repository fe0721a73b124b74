import { expect, test } from "vitest";
import { type CycleStep, cycleStates, stateAfter, takesAnswers } from "./cycle.ts";

const steps: CycleStep[] = [
  "open-nominations",
  "launch",
  "close",
  "reopen",
  "finish-scoring",
  "release",
];

test("a cycle moves forward, and only by these steps; back only from closing to collecting", () => {
  const moves = cycleStates.flatMap((state) =>
    steps.flatMap((step) => {
      const next = stateAfter(state, step);
      return next ? [`${state} > ${next}`] : [];
    }),
  );
  expect(moves).toEqual([
    "draft > nominating",
    "draft > collecting",
    "nominating > collecting",
    "collecting > closing",
    "closing > collecting",
    "closing > closed",
    "closed > released",
  ]);
});

test("answers are taken on the closing date and not the day after", () => {
  const cycle = { state: "collecting", closesOn: "2026-03-31", paused: false } as const;
  expect(takesAnswers(cycle, "2026-03-31")).toBe(true);
  expect(takesAnswers(cycle, "2026-04-01")).toBe(false);
  expect(takesAnswers({ ...cycle, state: "closing" }, "2026-03-01")).toBe(false);
  expect(takesAnswers({ ...cycle, paused: true }, "2026-03-01")).toBe(false);
});
