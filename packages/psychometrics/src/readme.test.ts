import { expect, test } from "vitest";
import {
  amountEffectiveness,
  amountShares,
  enps,
  meanInterval,
  proportionInterval,
  ratersNeeded,
  rwg,
  selfOtherCategory,
  selfOtherGap,
} from "./index.ts";

test("the figures in the README are what comes out", () => {
  const mean = meanInterval([3, 4, 4, 2, 5]);
  expect(mean).toMatchObject({ n: 5, mean: 3.6 });
  expect(mean?.lower).toBeCloseTo(2.18, 2);
  expect(mean?.upper).toBeCloseTo(5.02, 2);
  expect(meanInterval([4])).toBeNull();
  const share = proportionInterval({ count: 81, of: 263 });
  expect([share?.share, share?.lower, share?.upper].map((at) => at?.toFixed(2))).toEqual([
    "0.31",
    "0.26",
    "0.37",
  ]);
  expect(proportionInterval({ count: 0, of: 0 })).toBeNull();
  const scale = { low: -2, right: 0, high: 2 };
  expect(amountShares([-1, 0, 0, 2], scale)).toEqual({ n: 4, under: 0.25, right: 0.5, over: 0.25 });
  expect(amountEffectiveness([-2, 2], scale)).toEqual({ n: 2, effectiveness: 0 });
  expect(ratersNeeded(0.3, 0.8)?.raters).toBe(10);
  const gap = selfOtherGap(4.5, [3, 3.5, 4, 3], { pooledSd: 0.7 });
  expect(gap && selfOtherCategory(gap)).toBe("blind-spot");
  expect(rwg([4, 4, 5, 3], { options: 5 })?.rwg).toBeCloseTo(2 / 3, 12);
  expect(enps([9, 10, 7, 3])?.enps).toBe(25);
});
