import type { DataMatrix } from "../data/data-matrix.ts";
import { seededRandom } from "../data/seeded-random.ts";
import type { Values } from "../data/values.ts";
import { quantileOfSorted } from "../describe/quantile.ts";
import { completeCases } from "../drivers/complete-cases.ts";
import type { Regression } from "../drivers/regression.ts";
import { leastSquares } from "../linear/least-squares.ts";
import {
  type Quadratic,
  type Quantity,
  type SurfaceGeometry,
  surfaceGeometry,
} from "./surface-axes.ts";
import { type SurfaceTest, surfaceTest } from "./surface-test.ts";

export interface SurfaceQuantity extends SurfaceTest {
  /** Percentile interval; null when no bootstrap was asked for, or none of its samples has the quantity. */
  bootstrap: { lower: number; upper: number; samples: number } | null;
}

/** The line y = intercept + slope x, and the coefficient of x2 along it. */
export interface PrincipalAxis {
  /** Called p10 and p20; null without a stationary point. Tested against 0. */
  intercept: SurfaceQuantity | null;
  /** Called p11 and p21. The first axis' is tested against 1 (agreement), the second's against -1 (disagreement). */
  slope: SurfaceQuantity;
  curve: SurfaceQuantity;
}

export interface PrincipalAxes {
  /** What the surface has at its stationary point; null for a ridge that never turns. */
  shape: "maximum" | "minimum" | "saddle" | null;
  stationary: { x: SurfaceQuantity; y: SurfaceQuantity } | null;
  /**
   * The line along which it rises most or falls least, and the one across it; null for one that runs straight up, and
   * both for a round surface.
   */
  first: PrincipalAxis | null;
  second: PrincipalAxis | null;
}

type Bootstrap = { times: number; seed: number };

/**
 * Stationary point and principal axes of a fitted surface, x self and y others less the midpoint. Errors by the delta
 * method, which is rough where the curvature is little above its error (Edwards 2002): there ask for `bootstrap`
 * intervals, which resample people.
 */
export function principalAxes(
  fit: Regression,
  outcome: Values,
  terms: DataMatrix,
  { bootstrap = 0, seed = 1 }: { bootstrap?: number; seed?: number },
): PrincipalAxes {
  const b = fit.predictors.map(({ estimate }) => estimate) as unknown as Quadratic;
  const geometry = surfaceGeometry(b);
  const samples = resampled(outcome, terms, { times: bootstrap, seed });
  type Pick = (from: SurfaceGeometry) => Quantity | null | undefined;
  const quantity = (pick: Pick, own: Quantity, against = 0): SurfaceQuantity => ({
    ...surfaceTest(fit, own, against),
    bootstrap: percentiles(samples, pick, fit.level),
  });
  const axis = (name: "first" | "second", parallel: 1 | -1): PrincipalAxis | null => {
    const own = geometry[name];
    if (own === null) return null;
    return {
      intercept: own.intercept && quantity((from) => from[name]?.intercept, own.intercept),
      slope: quantity((from) => from[name]?.slope, own.slope, parallel),
      curve: quantity((from) => from[name]?.curve, own.curve),
    };
  };
  const { stationary } = geometry;
  return {
    shape: stationary === null ? null : shapeOf(b),
    stationary: stationary && {
      x: quantity((from) => from.stationary?.x, stationary.x),
      y: quantity((from) => from.stationary?.y, stationary.y),
    },
    first: axis("first", 1),
    second: axis("second", -1),
  };
}

function shapeOf([, , b3, b4, b5]: Quadratic): "maximum" | "minimum" | "saddle" {
  if (4 * b3 * b5 < b4 * b4) return "saddle";
  return b3 < 0 ? "maximum" : "minimum";
}

/**
 * The geometry of surfaces fitted to people drawn with replacement; samples whose terms can't be told apart are left
 * out.
 */
function resampled(outcome: Values, terms: DataMatrix, { times, seed }: Bootstrap) {
  const { y, x } = completeCases(outcome, terms);
  const n = y.length;
  const width = x.cols + 1;
  const random = seededRandom(seed);
  const found: SurfaceGeometry[] = [];
  const design = new Float64Array(n * width).fill(1);
  const drawn = new Float64Array(n);
  for (let sample = 0; sample < times; sample++) {
    for (let r = 0; r < n; r++) {
      const from = random.below(n);
      drawn[r] = y[from];
      design.set(x.values.subarray(from * x.cols, (from + 1) * x.cols), r * width + 1);
    }
    const fit = leastSquares(design, drawn, n, width);
    if (fit !== null)
      found.push(surfaceGeometry([...fit.coefficients].slice(1) as unknown as Quadratic));
  }
  return found;
}

function percentiles(
  samples: readonly SurfaceGeometry[],
  pick: (from: SurfaceGeometry) => Quantity | null | undefined,
  level: number,
): SurfaceQuantity["bootstrap"] {
  const values = Float64Array.from(samples.flatMap((sample) => pick(sample)?.value ?? [])).sort();
  const lower = quantileOfSorted(values, (1 - level) / 2, 7);
  const upper = quantileOfSorted(values, (1 + level) / 2, 7);
  return lower === null || upper === null ? null : { lower, upper, samples: values.length };
}
