import { expect, test } from "vitest";
import { createThrottle } from "./sign-in-throttle.server.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 9, minutes));

test("eight wrong tries block an address, in any case, until fifteen minutes have passed", () => {
  const throttle = createThrottle();
  for (let count = 0; count < 8; count += 1) {
    expect(throttle.isBlocked("ada@example.org", at(0))).toBe(false);
    throttle.failed("Ada@example.org", at(0));
  }
  expect(throttle.isBlocked("ada@example.org", at(14))).toBe(true);
  expect(throttle.isBlocked("other@example.org", at(14))).toBe(false);
  expect(throttle.isBlocked("ada@example.org", at(15))).toBe(false);
});

test("a right password clears the count", () => {
  const throttle = createThrottle();
  for (let count = 0; count < 7; count += 1) throttle.failed("ada@example.org", at(0));
  throttle.succeeded("ada@example.org");
  throttle.failed("ada@example.org", at(1));
  expect(throttle.isBlocked("ada@example.org", at(1))).toBe(false);
});
