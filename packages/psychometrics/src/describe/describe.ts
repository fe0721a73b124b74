import { present, type Values } from "../data/values.ts";
import { quantileOfSorted } from "./quantile.ts";
import { sumOfSquares } from "./sum-of-squares.ts";

export interface Description {
  /** How many values are there, and how many are missing. */
  n: number;
  missing: number;
  mean: number;
  /** Sample standard deviation (n - 1); null for a single value. */
  sd: number | null;
  min: number;
  max: number;
  quantiles: { p: number; value: number }[];
}

/** Mean, spread, range and quantiles (the quartiles unless told) of the values present; null when there is none. */
export function describe(
  values: Values,
  options: { quantiles?: readonly number[]; type?: 6 | 7 } = {},
): Description | null {
  const sorted = present(values).sort();
  const { n, mean, ss } = sumOfSquares(sorted);
  if (n === 0) return null;
  const { quantiles = [0.25, 0.5, 0.75], type = 7 } = options;
  return {
    n,
    missing: values.length - n,
    mean,
    sd: n > 1 ? Math.sqrt(ss / (n - 1)) : null,
    min: sorted[0],
    max: sorted[n - 1],
    quantiles: quantiles.map((p) => ({
      p,
      value: quantileOfSorted(sorted, p, type) ?? Number.NaN,
    })),
  };
}
