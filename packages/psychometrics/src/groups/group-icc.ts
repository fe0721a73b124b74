import { type LevelOption, levelOf } from "../data/level.ts";
import type { Values } from "../data/values.ts";
import { fCdf } from "../distributions/f-cdf.ts";
import { fQuantile } from "../distributions/f-quantile.ts";
import { sumsByGroup } from "./sums-by-group.ts";

export interface GroupIcc {
  /** Ratings and groups (participants) used. */
  n: number;
  groups: number;
  /** Average group size as the variance component sees it, (N - sum n^2 / N) / (G - 1); and the plain mean size. */
  n0: number;
  meanSize: number;
  /** Share of variance between groups: reliability of one rating. Negative values are kept. */
  icc1: number;
  icc1Lower: number;
  icc1Upper: number;
  /** Reliability of a group's mean at the average size. Negative values are kept. */
  icc2: number;
  icc2Lower: number;
  icc2Upper: number;
  msBetween: number;
  msWithin: number;
  f: number;
  df1: number;
  df2: number;
  p: number;
  level: number;
}

/**
 * ICC(1) and ICC(2) of ratings in groups, from one-way analysis of variance (Bliese 2000; intervals as
 * Searle 1971, with n0 in place of the size). `group[i]` names the group of `values[i]`; missing values
 * are left out. null when there are not two groups, no group with two ratings, or no variance at all.
 * With variance between but none within groups, both are 1 and F is infinite.
 */
export function groupIcc(
  values: Values,
  group: ArrayLike<number | string>,
  options?: LevelOption,
): GroupIcc | null {
  const level = levelOf(options);
  const sums = sumsByGroup(values, group);
  const { n, groups } = sums;
  const df1 = groups - 1;
  const df2 = n - groups;
  if (df1 < 1 || df2 < 1) return null;
  const msBetween = sums.ssBetween / df1;
  const msWithin = sums.ssWithin / df2;
  if (msBetween === 0 && msWithin === 0) return null;
  const f = msBetween / msWithin;
  const n0 = (n - sums.sizeSquares / n) / df1;
  const tail = (1 - level) / 2;
  const fLower = f / fQuantile(1 - tail, df1, df2);
  const fUpper = f * fQuantile(1 - tail, df2, df1);
  return {
    n,
    groups,
    n0,
    meanSize: n / groups,
    icc1: single(f, n0),
    icc1Lower: single(fLower, n0),
    icc1Upper: single(fUpper, n0),
    icc2: 1 - 1 / f,
    icc2Lower: 1 - 1 / fLower,
    icc2Upper: 1 - 1 / fUpper,
    msBetween,
    msWithin,
    f,
    df1,
    df2,
    p: fCdf(f, df1, df2, "upper"),
    level,
  };
}

function single(f: number, size: number): number {
  return f === Number.POSITIVE_INFINITY ? 1 : (f - 1) / (f + size - 1);
}
