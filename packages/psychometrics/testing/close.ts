import { expect } from "vitest";

/** Expects agreement within a relative tolerance, absolute for values below 1e-3 of a unit. */
export function expectClose(
  actual: number | null | undefined,
  expected: number,
  tolerance = 1e-9,
  what = "",
) {
  expect(actual, what).toEqual(expect.any(Number));
  const error = Math.abs((actual as number) - expected) / Math.max(Math.abs(expected), 1e-3);
  expect(error, `${what} ${actual} against ${expected}`).toBeLessThanOrEqual(tolerance);
}
