import { expect, test } from "vitest";
import { RowSpace } from "./row-space.ts";

const big = (...row: number[]) => row.map(BigInt);

test("finds what follows and what does not, with its value", () => {
  const space = new RowSpace(3);
  expect(space.add(big(1, 1, 0, 7))).toBe(true);
  expect(space.add(big(0, 1, 1, 9))).toBe(true);
  expect(space.contains(big(1, 0, -1))).toBe(true);
  expect(space.value(big(1, 0, -1))).toEqual({ numerator: -2n, denominator: 1n });
  expect(space.contains(big(1, 0, 0))).toBe(false);
  expect(space.value(big(1, 0, 0))).toBeNull();
  expect(space.add(big(1, 0, -1, -2))).toBe(false);
  expect(space.add(big(1, 0, 1, 6))).toBe(true);
  expect(space.value(big(1, 0, 0))).toEqual({ numerator: 2n, denominator: 1n });
  expect(space.value(big(0, 1, 0))).toEqual({ numerator: 5n, denominator: 1n });
});

test("is exact where floating-point elimination is not", () => {
  // Rows that differ by 1 in 10^20: rank 2, though doubles can't tell them apart.
  const huge = 10n ** 20n;
  const space = new RowSpace(2);
  expect(space.add([huge, huge + 1n])).toBe(true);
  expect(space.add([huge, huge])).toBe(true);
  expect(space.rank).toBe(2);
});

test("gives fractions in lowest terms", () => {
  const space = new RowSpace(1);
  space.add(big(6, 4));
  expect(space.value([1n])).toEqual({ numerator: 2n, denominator: 3n });
  expect(space.value([-3n])).toEqual({ numerator: -2n, denominator: 1n });
});
