import { expect, test } from "vitest";
import { requestsWaiting } from "./requests-waiting.ts";

const today = "2026-03-10";
const request = {
  cycleId: "spring",
  cycleName: "Spring",
  cycleState: "collecting" as const,
  closesOn: "2026-03-20",
  paused: false,
  state: "invited",
};

test("requests are counted by cycle and come in the order in which their cycles close", () => {
  const later = { ...request, cycleId: "long", cycleName: "Long", closesOn: "2026-04-20" };
  const open = { ...request, cycleId: "open", cycleName: "Open", closesOn: null };
  expect(requestsWaiting([open, later, request, request], today)).toEqual([
    { cycleId: "spring", cycleName: "Spring", count: 2, closesOn: "2026-03-20" },
    { cycleId: "long", cycleName: "Long", count: 1, closesOn: "2026-04-20" },
    { cycleId: "open", cycleName: "Open", count: 1, closesOn: null },
  ]);
});

test("what was answered, or can't be answered any more, does not wait", () => {
  const done = { ...request, state: "done" };
  const paused = { ...request, paused: true };
  const late = { ...request, closesOn: "2026-03-09" };
  expect(requestsWaiting([done, late, paused], today)).toEqual([]);
});
