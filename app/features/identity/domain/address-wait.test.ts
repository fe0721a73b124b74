import { expect, test } from "vitest";
import { waitFor } from "./address-wait.ts";

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 12));

test("what was chosen holds", () => {
  expect(waitFor({ days: 7, before: null, since: null }, at(1))).toBe(7);
});

test("longer holds at once", () => {
  expect(waitFor({ days: 14, before: 7, since: at(1) }, at(1))).toBe(14);
});

test("shorter holds once the wait before it has passed", () => {
  const shortened = { days: 3, before: 14, since: at(1) };
  expect(waitFor(shortened, at(1))).toBe(14);
  expect(waitFor(shortened, new Date(at(15).getTime() - 1))).toBe(14);
  expect(waitFor(shortened, at(15))).toBe(3);
});
