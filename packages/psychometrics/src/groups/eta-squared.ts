import { type LevelOption, levelOf } from "../data/level.ts";
import type { Values } from "../data/values.ts";
import { fCdf } from "../distributions/f-cdf.ts";
import { findRoot } from "../distributions/find-root.ts";
import { noncentralFCdf } from "../distributions/noncentral-f-cdf.ts";
import { sumsByGroup } from "./sums-by-group.ts";

/** How much of the spread an effect accounts for, from its F. */
export interface EffectSize {
  /** Share in these data: SS effect / (SS effect + SS error). */
  eta2: number;
  /**
   * The share in the population, estimated: Kelley's (1935) epsilon squared and Hays's (1963) omega squared. Negative
   * values are kept.
   */
  epsilon2: number;
  omega2: number;
  /** Interval of the share in the population. */
  lower: number;
  upper: number;
  /** The noncentralities behind it. */
  noncentrality: { lower: number; upper: number };
  f: number;
  df1: number;
  df2: number;
  p: number;
  level: number;
}

export interface EtaSquared extends EffectSize {
  /** Ratings and groups used. */
  n: number;
  groups: number;
  ssBetween: number;
  ssWithin: number;
}

/**
 * How much of the spread of ratings lies between groups (Fisher 1925), with its less biased relatives and an interval:
 * `partialEtaSquared` of the one-way F. With one factor the partial and the whole share are the same. `group[i]` names
 * the group of `values[i]`; missing values are left out. null below two groups, without a group of two, or without any
 * variance; all shares are 1 when ratings vary between groups only.
 */
export function etaSquared(
  values: Values,
  group: ArrayLike<number | string>,
  options?: LevelOption,
): EtaSquared | null {
  const { n, groups, ssBetween, ssWithin } = sumsByGroup(values, group);
  const [df1, df2] = [groups - 1, n - groups];
  levelOf(options);
  if (df1 < 1 || df2 < 1 || (ssBetween === 0 && ssWithin === 0)) return null;
  const f = ssBetween / df1 / (ssWithin / df2);
  return { n, groups, ssBetween, ssWithin, ...partialEtaSquared(f, df1, df2, options) };
}

/**
 * Partial eta, epsilon and omega squared of any effect in an analysis of variance from its F and degrees of freedom.
 * The interval takes the noncentralities at which this F would be the highest and the lowest to be expected, and lambda
 * / (lambda + df1 + df2 + 1) of them (Steiger 2004; Smithson 2003); where none is small enough, 0. At a level of .90
 * its lower end is above 0 exactly when p < .05. Throws a RangeError for an F below 0 or degrees of freedom not above
 * it.
 */
export function partialEtaSquared(
  f: number,
  df1: number,
  df2: number,
  options?: LevelOption,
): EffectSize {
  const level = levelOf(options);
  if (!(f >= 0 && df1 > 0 && df2 > 0 && df2 < Number.POSITIVE_INFINITY))
    throw new RangeError(`F ${f} with ${df1} and ${df2} degrees of freedom`);
  const facts = { f, df1, df2, p: fCdf(f, df1, df2, "upper"), level };
  if (f === Number.POSITIVE_INFINITY) {
    const noncentrality = { lower: f, upper: f };
    return { eta2: 1, epsilon2: 1, omega2: 1, lower: 1, upper: 1, noncentrality, ...facts };
  }
  const noncentrality = {
    lower: noncentralityAt(
      (lambda) => (1 - level) / 2 - noncentralFCdf(f, df1, df2, lambda, "upper"),
    ),
    upper: noncentralityAt((lambda) => noncentralFCdf(f, df1, df2, lambda) - (1 - level) / 2),
  };
  const share = (lambda: number) => lambda / (lambda + df1 + df2 + 1);
  return {
    eta2: (f * df1) / (f * df1 + df2),
    epsilon2: ((f - 1) * df1) / (f * df1 + df2),
    omega2: ((f - 1) * df1) / (f * df1 + df2 + 1),
    lower: share(noncentrality.lower),
    upper: share(noncentrality.upper),
    noncentrality,
    ...facts,
  };
}

/** Where a function that falls with the noncentrality crosses 0; 0 when it is not above it at 0. */
function noncentralityAt(excess: (lambda: number) => number): number {
  if (excess(0) <= 0) return 0;
  let high = 1;
  while (excess(high) > 0) high *= 2;
  return findRoot(excess, 0, high);
}
