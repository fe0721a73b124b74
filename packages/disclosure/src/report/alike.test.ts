import { expect, test } from "vitest";
import { nearlyAlike } from "./alike.ts";

const scale = { low: 1, high: 5 };

test("a distribution is too alike to be shown when leaving one answer out leaves agreement", () => {
  expect(nearlyAlike([3, 3, 3, 3, 5], scale)).toBe(true);
  expect(nearlyAlike([3, 3, 3, 3, 3], scale)).toBe(true);
  expect(nearlyAlike([3, 3, 2, 4, 3], scale)).toBe(false);
  expect(nearlyAlike([1, 2, 3, 4, 5, 5], scale)).toBe(false);
});
