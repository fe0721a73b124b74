import { expect, test } from "vitest";
import { afterLook, nextLook } from "./missing-proof.ts";

const now = new Date("2026-03-20T03:00:00Z");
const since = (day: string) => new Date(`2026-03-${day}T03:00:00Z`);

test.each([
  ["found as ever", "found", null, { missingSince: null, tells: null }],
  ["found again", "found", since("10"), { missingSince: null, tells: null }],
  ["missing for the first time", "missing", null, { missingSince: now, tells: "missing" }],
  ["still missing", "missing", since("07"), { missingSince: since("07"), tells: null }],
  ["missing for a fortnight", "missing", since("06"), { missingSince: since("06"), tells: "lost" }],
  ["nobody to ask", "away", null, { missingSince: null, tells: null }],
  [
    "nobody to ask after a fortnight",
    "away",
    since("01"),
    { missingSince: since("01"), tells: null },
  ],
] as const)("%s", (_, looked, missingSince, expected) => {
  expect(afterLook(looked, { missingSince, now })).toEqual(expected);
});

test("it is looked for once a day", () => {
  expect(nextLook(since("19"))).toEqual(now);
});
