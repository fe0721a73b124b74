import { type LevelOption, levelOf } from "../data/level.ts";
import type { Values } from "../data/values.ts";
import { fQuantile } from "../distributions/f-quantile.ts";
import { sumOfSquares } from "./sum-of-squares.ts";

export interface CovarianceEllipse {
  /** Pairs with both coordinates. */
  n: number;
  centre: { x: number; y: number };
  /** Half axes in the units of the coordinates; the minor one is 0 when all points lie on a line. */
  semiMajor: number;
  semiMinor: number;
  /** Direction of the long axis, radians counter-clockwise from the x axis, in (-pi/2, pi/2]. */
  angle: number;
  level: number;
}

/**
 * Confidence ellipse of the mean of two coordinates by Hotelling's T2 (Johnson and Wichern, section 5.4),
 * which is wide for few raters as it ought to be. Pairs with a missing coordinate are left out; null for
 * fewer than three pairs, where no such region exists. Throws a RangeError when the lists differ in length.
 */
export function covarianceEllipse(
  x: Values,
  y: Values,
  options?: LevelOption,
): CovarianceEllipse | null {
  const level = levelOf(options);
  const [xs, ys] = pairs(x, y);
  const n = xs.length;
  if (n < 3) return null;
  const a = sumOfSquares(xs);
  const b = sumOfSquares(ys);
  const sxx = a.ss / (n - 1);
  const syy = b.ss / (n - 1);
  const sxy = xs.reduce((sum, v, i) => sum + (v - a.mean) * (ys[i] - b.mean), 0) / (n - 1);
  const middle = (sxx + syy) / 2;
  const radius = Math.hypot((sxx - syy) / 2, sxy);
  const scale = ((2 * (n - 1)) / (n - 2)) * (fQuantile(level, 2, n - 2) / n);
  return {
    n,
    centre: { x: a.mean, y: b.mean },
    semiMajor: Math.sqrt((middle + radius) * scale),
    semiMinor: Math.sqrt(Math.max(0, middle - radius) * scale),
    angle: Math.atan2(2 * sxy, sxx - syy) / 2,
    level,
  };
}

function pairs(x: Values, y: Values): [number[], number[]] {
  if (x.length !== y.length) throw new RangeError("the two lists differ in length");
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const a = x[i];
    const b = y[i];
    if (Number.isFinite(a) && Number.isFinite(b)) {
      xs.push(a);
      ys.push(b);
    }
  }
  return [xs, ys];
}
