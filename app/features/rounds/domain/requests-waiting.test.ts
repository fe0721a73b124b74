import { expect, test } from "vitest";
import { requestsWaiting } from "./requests-waiting.ts";

const today = "2026-03-10";
const request = {
  roundId: "spring",
  roundName: "Spring",
  roundState: "collecting" as const,
  closesOn: "2026-03-20",
  paused: false,
  state: "invited",
};

test("requests are counted by round and come in the order in which their cycles close", () => {
  const later = { ...request, roundId: "long", roundName: "Long", closesOn: "2026-04-20" };
  const open = { ...request, roundId: "open", roundName: "Open", closesOn: null };
  expect(requestsWaiting([open, later, request, request], today)).toEqual([
    { roundId: "spring", roundName: "Spring", count: 2, closesOn: "2026-03-20" },
    { roundId: "long", roundName: "Long", count: 1, closesOn: "2026-04-20" },
    { roundId: "open", roundName: "Open", count: 1, closesOn: null },
  ]);
});

test("what was answered, or can't be answered any more, does not wait", () => {
  const done = { ...request, state: "done" };
  const paused = { ...request, paused: true };
  const late = { ...request, closesOn: "2026-03-09" };
  expect(requestsWaiting([done, late, paused], today)).toEqual([]);
});
