import { expect, test } from "vitest";
import { wayAgain } from "./again.ts";

const tried = new Date("2026-03-02T12:00:00Z");

test("one that waits for its next try is tried now", () => {
  expect(wayAgain({ state: "queued", hasText: true, nextTryAt: tried }, true)).toBe("try");
  expect(wayAgain({ state: "queued", hasText: false, nextTryAt: tried }, true)).toBeNull();
});

test.each([
  ["queued", true, null, null],
  ["queued", false, null, null],
  ["sending", true, null, null],
  ["sent", false, "write", null],
  ["bounced", false, "write", null],
  ["failed", true, "try", "try"],
  ["failed", false, "write", null],
  ["kept", true, null, null],
])(
  "a %s letter with its text %s: %s, and %s where nobody writes it anew",
  (state, hasText, written, not) => {
    expect(wayAgain({ state, hasText, nextTryAt: null }, true)).toBe(written);
    expect(wayAgain({ state, hasText, nextTryAt: null }, false)).toBe(not);
  },
);
