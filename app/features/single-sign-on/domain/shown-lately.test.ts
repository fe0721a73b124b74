import { expect, test } from "vitest";
import { isShownLately } from "./shown-lately.ts";

const NOW = new Date("2026-03-02T12:00:00Z");

test.each([
  ["a moment ago", "2026-03-02T11:59:58Z", true],
  ["five minutes ago, by a clock that is a minute slow", "2026-03-02T11:54:00Z", true],
  ["longer ago", "2026-03-02T11:53:59Z", false],
  ["at no time that can be read", "soon", false],
])("shown %s: %s", (_, at, expected) => {
  expect(isShownLately(new Date(at), NOW)).toBe(expected);
});

test("a provider that does not say when shows nothing", () => {
  expect(isShownLately(null, NOW)).toBe(false);
});
