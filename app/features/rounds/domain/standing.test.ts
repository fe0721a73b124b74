import { expect, test } from "vitest";
import { type Standing, standingOf } from "./standing.ts";

const OPEN = {
  requestState: "invited",
  subjectWithdrawn: false,
  roundState: "collecting",
  closesOn: "2026-03-20",
  paused: false,
} as const;

test.each<[string, Partial<Parameters<typeof standingOf>[0]>, Standing]>([
  ["asked while collecting", {}, "open"],
  ["without a closing date", { closesOn: null }, "open"],
  ["chosen, not yet asked", { requestState: "chosen" }, "not-open"],
  ["while raters are chosen", { roundState: "nominating" }, "not-open"],
  ["paused", { paused: true }, "paused"],
  ["paused and past the closing date", { paused: true, closesOn: "2026-03-01" }, "closed"],
  ["past the closing date", { closesOn: "2026-03-01" }, "closed"],
  ["waiting to be scored", { roundState: "closing" }, "closed"],
  ["closed", { roundState: "closed", requestState: "ended" }, "closed"],
  [
    "declined, even when closed since",
    { requestState: "declined", roundState: "closed" },
    "declined",
  ],
  ["taken off", { requestState: "withdrawn" }, "withdrawn"],
  ["about someone who left the round", { subjectWithdrawn: true }, "withdrawn"],
])("%s", (_, facts, standing) => {
  expect(standingOf({ ...OPEN, ...facts }, "2026-03-02")).toBe(standing);
});

test("the last day counts in full", () => {
  expect(standingOf(OPEN, "2026-03-20")).toBe("open");
  expect(standingOf(OPEN, "2026-03-21")).toBe("closed");
});
