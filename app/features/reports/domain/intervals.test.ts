import { expect, test } from "vitest";
import { halfWidth, meanEllipse, usable } from "./intervals.ts";

const many = 1_000_000;

test("the half width is t times sd over the root of n (t tables: 2.042 at 30 degrees of freedom)", () => {
  expect(halfWidth({ sd: 1, df: 30 }, 4)).toBeCloseTo(2.0423 / 2, 4);
});

test("without correlation the ellipse lies along the axes, with half axes root(5.991 / n) times sd", () => {
  const ellipse = meanEllipse(
    { sd: 0.8, df: many },
    { sd: 0.4, df: many },
    { sd: Math.hypot(0.8, 0.4), df: many },
    { n: 9 },
  );
  expect(ellipse.major).toBeCloseTo((Math.sqrt(5.9915) * 0.8) / 3, 3);
  expect(ellipse.minor).toBeCloseTo((Math.sqrt(5.9915) * 0.4) / 3, 3);
  expect(ellipse.angle).toBeCloseTo(0, 6);
});

test("equal spreads with correlation .5 tilt it by 45 degrees, axes in the ratio root 3", () => {
  const ellipse = meanEllipse(
    { sd: 1, df: many },
    { sd: 1, df: many },
    { sd: Math.sqrt(3), df: many },
    { n: 4 },
  );
  expect(ellipse.angle).toBeCloseTo(Math.PI / 4, 6);
  expect(ellipse.major / ellipse.minor).toBeCloseTo(Math.sqrt(3), 4);
});

test("a spread that is hidden, or none at all, gives no interval", () => {
  expect(usable({ shown: false, reason: "hidden-few-raters" })).toBeNull();
  expect(usable({ shown: true, sd: 0, groups: 5, raters: 25 })).toBeNull();
  expect(usable(undefined)).toBeNull();
});
