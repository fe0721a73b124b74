import { chiSquareQuantile } from "../../distributions/chi-square-quantile.ts";
import { normalQuantile } from "../../distributions/normal-quantile.ts";
import { cholesky, choleskyInverse } from "../../linear/cholesky.ts";
import type { Information } from "./information.ts";

export interface ComponentEstimate {
  variance: number;
  sd: number;
  /** From the average information; null when it can't be had. */
  standardError: number | null;
  /** Interval of the variance. */
  lower: number;
  upper: number | null;
  /** The data ask for no such variance. */
  atZero: boolean;
}

/**
 * Variances with standard errors from the inverse average information, and intervals by Satterthwaite's chi-square with
 * 2 (v / se)^2 degrees of freedom; for a variance at zero, from 0 to the one-sided normal bound.
 */
export function componentEstimates(
  state: Information,
  floor: number,
  level: number,
): ComponentEstimate[] {
  const size = state.theta.length;
  const scaled = state.curvature.map((h, at) => {
    const i = Math.floor(at / size);
    return (h / 2) * state.theta[i] * state.theta[at % size];
  });
  const factor = cholesky(scaled, size, 1e-12);
  const inverse = factor === null ? null : choleskyInverse(factor, size);
  return state.theta.map((variance, i) => {
    const relative = inverse === null ? null : Math.sqrt(inverse[i * size + i]);
    const standardError = relative === null ? null : relative * variance;
    const atZero = i < size - 1 && variance <= 1.001 * floor;
    if (atZero) {
      const upper = standardError === null ? null : normalQuantile((1 + level) / 2) * standardError;
      return { variance: 0, sd: 0, standardError, lower: 0, upper, atZero };
    }
    const df = relative === null ? null : 2 / relative ** 2;
    return {
      variance,
      sd: Math.sqrt(variance),
      standardError,
      lower: df === null ? 0 : (df * variance) / chiSquareQuantile((1 + level) / 2, df),
      upper: df === null ? null : (df * variance) / chiSquareQuantile((1 - level) / 2, df),
      atZero,
    };
  });
}
