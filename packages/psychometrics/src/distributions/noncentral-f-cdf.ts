import { chiSquareCdf } from "./chi-square-cdf.ts";
import { fCdf } from "./f-cdf.ts";
import { incompleteBeta, type Tails } from "./incomplete-beta.ts";
import { deviance, stirlingError } from "./saddle-point.ts";

/**
 * Noncentral F distribution function at f with df1 and df2 degrees of freedom (df2 may be infinite) and noncentrality
 * lambda >= 0: a Poisson mixture of central ones (Johnson, Kotz and Balakrishnan 1995, chapter 30), summed outwards
 * from its middle. `tail: "upper"` keeps that tail's precision. NaN for bad arguments.
 */
export function noncentralFCdf(
  f: number,
  df1: number,
  df2: number,
  lambda: number,
  tail: "lower" | "upper" = "lower",
): number {
  if (!(df1 > 0 && df2 > 0 && lambda >= 0 && lambda < Number.POSITIVE_INFINITY)) return Number.NaN;
  if (lambda === 0 || Number.isNaN(f) || f <= 0 || f === Number.POSITIVE_INFINITY)
    return fCdf(f, df1, df2, tail);
  const total = df1 * f + df2;
  const central = (j: number): Tails =>
    df2 === Number.POSITIVE_INFINITY
      ? {
          lower: chiSquareCdf(df1 * f, df1 + 2 * j),
          upper: chiSquareCdf(df1 * f, df1 + 2 * j, "upper"),
        }
      : incompleteBeta((df1 * f) / total, df2 / total, df1 / 2 + j, df2 / 2);
  return mixture((j) => central(j)[tail], lambda / 2);
}

/** Mean of `value` over a Poisson number with the given mean; terms rise to one peak and fall. */
function mixture(value: (j: number) => number, mean: number): number {
  const middle = Math.floor(mean);
  const peak = poisson(middle, mean);
  let sum = 0;
  let weight = peak;
  let before = 0;
  for (let j = middle; ; j++) {
    const term = weight * value(j);
    sum += term;
    if (term <= before && term <= 1e-18 * sum) break;
    before = term;
    weight *= mean / (j + 1);
    if (weight === 0) break;
  }
  weight = peak;
  before = 0;
  for (let j = middle; j > 0; j--) {
    weight *= j / mean;
    const term = weight * value(j - 1);
    sum += term;
    if (weight === 0 || (term < before && term <= 1e-18 * sum)) break;
    before = term;
  }
  return Math.min(1, sum);
}

function poisson(j: number, mean: number): number {
  if (j === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(j) - deviance(j, mean)) / Math.sqrt(2 * Math.PI * j);
}
