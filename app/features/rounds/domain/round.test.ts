import { expect, test } from "vitest";
import { type RoundStep, roundStates, stateAfter, takesAnswers } from "./round.ts";

const steps: RoundStep[] = [
  "open-nominations",
  "launch",
  "close",
  "reopen",
  "finish-scoring",
  "release",
];

test("a round moves forward, and only by these steps; back only from closing to collecting", () => {
  const moves = roundStates.flatMap((state) =>
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
  const round = { state: "collecting", closesOn: "2026-03-31", paused: false } as const;
  expect(takesAnswers(round, "2026-03-31")).toBe(true);
  expect(takesAnswers(round, "2026-04-01")).toBe(false);
  expect(takesAnswers({ ...round, state: "closing" }, "2026-03-01")).toBe(false);
  expect(takesAnswers({ ...round, paused: true }, "2026-03-01")).toBe(false);
});
