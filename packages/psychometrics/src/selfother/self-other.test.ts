import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { meanInterval } from "../describe/mean-interval.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import { selfOtherCategory } from "./self-other-category.ts";
import { selfOtherGap } from "./self-other-gap.ts";

test("the gap's interval is the others' t interval turned round", () => {
  const others = [3, 4, 3, 2, Number.NaN, 4];
  const gap = selfOtherGap(4, others);
  const interval = meanInterval(others);
  expect(gap).toMatchObject({ n: 5, spread: "own", self: 4 });
  expectClose(gap?.gap, 4 - (interval?.mean as number), 1e-12);
  expectClose(gap?.lower, 4 - (interval?.upper as number), 1e-12);
  expectClose(gap?.upper, 4 - (interval?.lower as number), 1e-12);
});

test("fewer than three others, or others who all agree, borrow the pooled spread", () => {
  const two = selfOtherGap(4, [3, 4], { pooledSd: 0.8, pooledDf: 50 });
  expect(two?.spread).toBe("pooled");
  expectClose(two?.lower, 0.5 - (tQuantile(0.975, 50) * 0.8) / Math.SQRT2, 1e-12);
  const agreed = selfOtherGap(4, [3, 3, 3, 3], { pooledSd: 0.8 });
  expectClose(agreed?.upper, 1 + (normalQuantile(0.975) * 0.8) / 2, 1e-12);
  expect(selfOtherGap(4, [3, 3, 3])).toMatchObject({
    gap: 1,
    lower: null,
    upper: null,
    spread: "none",
  });
  // Equal means of items are equal whatever rounding makes of their mean.
  expect(selfOtherGap(4, [3.1, 3.1, 3.1], { pooledSd: 0.8 })?.spread).toBe("pooled");
  expect(selfOtherGap(4, [3])).toMatchObject({ n: 1, gap: 1, lower: null, spread: "none" });
});

test("no self-rating or no others is no gap", () => {
  expect(selfOtherGap(Number.NaN, [1, 2])).toBeNull();
  expect(selfOtherGap(3, [Number.NaN])).toBeNull();
});

test("only a gap of half a point whose interval excludes none gets a name", () => {
  expect(selfOtherCategory({ gap: 0.9, lower: 0.2, upper: 1.6 })).toBe("blind-spot");
  expect(selfOtherCategory({ gap: -0.9, lower: -1.6, upper: -0.2 })).toBe("hidden-strength");
  expect(selfOtherCategory({ gap: 0.4, lower: 0.2, upper: 0.6 })).toBe("in-line");
  expect(selfOtherCategory({ gap: 0.9, lower: -0.2, upper: 2 })).toBe("undecided");
  expect(selfOtherCategory({ gap: -0.9, lower: -2, upper: 0 })).toBe("undecided");
  expect(selfOtherCategory({ gap: 0.9, lower: null, upper: null })).toBe("undecided");
  expect(selfOtherCategory({ gap: 0.9, lower: 0.2, upper: 1.6 }, { least: 1 })).toBe("in-line");
  // Rounding doesn't decide: 3.5 less a mean of thirds.
  expect(selfOtherCategory({ gap: 0.5 - 4e-16, lower: 0.1, upper: 0.9 })).toBe("blind-spot");
});
