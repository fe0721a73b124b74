import { type LevelOption, levelOf } from "../data/level.ts";
import type { Values } from "../data/values.ts";
import { chiSquareQuantile } from "../distributions/chi-square-quantile.ts";
import { fQuantile } from "../distributions/f-quantile.ts";
import { findRoot } from "../distributions/find-root.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { cholesky, choleskyInverse } from "../linear/cholesky.ts";
import type { ComponentEstimate } from "../models/crossed/component-estimates.ts";
import { type Criteria, criteria } from "../models/crossed/criteria.ts";
import type { FixedEffect } from "../models/crossed/crossed-model.ts";
import type { LikelihoodMethod } from "../models/crossed/likelihood-method.ts";
import { highest, type Profile, profileAt } from "./one-way-likelihood.ts";
import { type SumsByGroup, sumsByGroup } from "./sums-by-group.ts";

/** Its deviance is null when nothing varies within groups: the likelihood has no bound then. */
export interface GroupComponents extends Criteria {
  /** Ratings and groups used, and the average group size of `groupIcc`. */
  n: number;
  groups: number;
  n0: number;
  method: LikelihoodMethod;
  /** The mean of groups, each counted by as much as it says. */
  mean: FixedEffect;
  /** Variance between groups and within them. */
  between: ComponentEstimate;
  within: ComponentEstimate;
  /** Reliability of one rating, between / (between + within), and of a mean of n0; never below 0. */
  icc1: number;
  icc1Lower: number;
  icc1Upper: number;
  icc2: number;
  icc2Lower: number;
  icc2Upper: number;
  level: number;
}

export interface GroupComponentsOptions extends LevelOption {
  /** REML unless told; ML variances are too small by about one group in all. */
  method?: LikelihoodMethod;
}

/** The mean and two variances. */
const PARAMETERS = 3;

/**
 * Variance components of ratings in groups of any sizes by restricted maximum likelihood, or by plain maximum
 * likelihood: what lme4's y ~ 1 + (1 | group) gives. In groups of one size whose mean squares leave something between
 * them, REML's are those of the analysis of variance (`groupIcc`); a negative one is 0 here. Standard errors from the
 * expected information (Searle, Casella and McCulloch 1992, chapter 6.6). Intervals do not depend on the method: of the
 * ICCs Wald's (1940) and of the variance within that of chi-square, both exact for unequal sizes as well; of the
 * variance between Tukey's and Williams's (1962), with the group means weighted as in Wald's, which holds a little more
 * than its level. null as for `groupIcc`: fewer than two groups, no group with two ratings, no variance.
 */
export function groupComponents(
  values: Values,
  group: ArrayLike<number | string>,
  options: GroupComponentsOptions = {},
): GroupComponents | null {
  const level = levelOf(options);
  const method = options.method ?? "reml";
  const sums = sumsByGroup(values, group);
  const { n, groups, sizes } = sums;
  if (groups < 2 || n <= groups || (sums.ssBetween === 0 && sums.ssWithin === 0)) return null;
  const n0 = (n - sums.sizeSquares / n) / (groups - 1);
  const facts = { n, groups, n0, method, level };
  if (sums.ssWithin === 0) return { ...facts, ...betweenOnly(sums, method, level) };
  const found = highest(sums, method);
  const { ratio, within } = found;
  const errors = standardErrors(sizes, ratio * within, within, method);
  const { lower, upper } = ratioInterval(sums, level);
  const single = (r: number) => r / (1 + r);
  const ofMean = (r: number) => (n0 * r) / (1 + n0 * r);
  return {
    ...facts,
    mean: meanEstimate(found, level),
    between: {
      variance: ratio * within,
      sd: Math.sqrt(ratio * within),
      standardError: errors.between,
      ...betweenInterval(sums, level),
      atZero: ratio === 0,
    },
    within: {
      variance: within,
      sd: Math.sqrt(within),
      standardError: errors.within,
      ...chiSquareInterval(sums.ssWithin, n - groups, level),
      atZero: false,
    },
    icc1: single(ratio),
    icc1Lower: single(lower),
    icc1Upper: single(upper),
    icc2: ofMean(ratio),
    icc2Lower: ofMean(lower),
    icc2Upper: ofMean(upper),
    ...criteria(found.deviance, PARAMETERS, n),
  };
}

function meanEstimate({ mean, weight, within }: Profile, level: number): FixedEffect {
  const standardError = Math.sqrt(within / weight);
  const half = normalQuantile((1 + level) / 2) * standardError;
  return { estimate: mean, standardError, lower: mean - half, upper: mean + half };
}

/** Groups that agree within themselves: their means are all there is, and each is known. */
function betweenOnly({ means, groups }: SumsByGroup, method: LikelihoodMethod, level: number) {
  const mean = means.reduce((sum, v) => sum + v, 0) / groups;
  const ss = means.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  const df = method === "reml" ? groups - 1 : groups;
  const variance = ss / df;
  const standardError = Math.sqrt(variance / groups);
  const half = normalQuantile((1 + level) / 2) * standardError;
  return {
    mean: { estimate: mean, standardError, lower: mean - half, upper: mean + half },
    between: {
      variance,
      sd: Math.sqrt(variance),
      standardError: variance * Math.sqrt(2 / df),
      ...chiSquareInterval(ss, groups - 1, level),
      atZero: false,
    },
    within: { variance: 0, sd: 0, standardError: 0, lower: 0, upper: 0, atZero: true },
    icc1: 1,
    icc1Lower: 1,
    icc1Upper: 1,
    icc2: 1,
    icc2Lower: 1,
    icc2Upper: 1,
    ...criteria(null, PARAMETERS, 0),
  };
}

/**
 * From the inverse of half the traces of products of P (REML) or of the inverse covariance (ML) with the two parts of
 * the covariance.
 */
function standardErrors(
  sizes: number[],
  between: number,
  within: number,
  method: LikelihoodMethod,
): { between: number | null; within: number | null } {
  let [v, v2, v3, q, vq, d3, both] = [0, 0, 0, 0, 0, 0, 0];
  for (const size of sizes) {
    const d = within + size * between;
    const own = size / d;
    v += own;
    v2 += own ** 2;
    v3 += own ** 3;
    q += own / d;
    vq += (own * own) / d;
    d3 += own / d ** 2;
    both += (size - 1) / within ** 2 + 1 / d ** 2;
  }
  const reml = method === "reml" ? 1 : 0;
  const bb = v2 - reml * ((2 * v3) / v - (v2 / v) ** 2);
  const bw = q - reml * ((2 * vq) / v - (q * v2) / v ** 2);
  const ww = both - reml * ((2 * d3) / v - (q / v) ** 2);
  // Scaled by the variance within, so that the test for singularity means something.
  const scale = within * within;
  const factor = cholesky(
    Float64Array.of(bb, bw, bw, ww).map((x) => (x / 2) * scale),
    2,
  );
  if (factor === null) return { between: null, within: null };
  const inverse = choleskyInverse(factor, 2);
  return {
    between: within * Math.sqrt(inverse[0]),
    within: within * Math.sqrt(inverse[3]),
  };
}

/** Of a variance whose squares add to a chi-square of so many degrees of freedom. */
function chiSquareInterval(ss: number, df: number, level: number) {
  return {
    lower: ss / chiSquareQuantile((1 + level) / 2, df),
    upper: ss / chiSquareQuantile((1 - level) / 2, df),
  };
}

/**
 * Wald's interval of the ratio of the variances: the weighted squares of group means over the variance within are an F
 * at the true ratio.
 */
function ratioInterval(sums: SumsByGroup, level: number): { lower: number; upper: number } {
  const df1 = sums.groups - 1;
  const df2 = sums.n - sums.groups;
  const at = (p: number) => ratioAt(sums, (fQuantile(p, df1, df2) * df1 * sums.ssWithin) / df2);
  return { lower: at((1 + level) / 2), upper: at((1 - level) / 2) };
}

/**
 * The weighted squares of group means are a chi-square times the variance within, for which stands what makes both ends
 * agree with the F test: in groups of one size Tukey's and Williams's ends.
 */
function betweenInterval(sums: SumsByGroup, level: number): { lower: number; upper: number } {
  const df1 = sums.groups - 1;
  const df2 = sums.n - sums.groups;
  const at = (p: number) => {
    const squares = (fQuantile(p, df1, df2) * df1 * sums.ssWithin) / df2;
    return ratioAt(sums, squares) * (squares / chiSquareQuantile(p, df1));
  };
  return { lower: at((1 + level) / 2), upper: at((1 - level) / 2) };
}

/** The ratio of variances at which the weighted squares of group means are as many as given; 0 when they never are. */
function ratioAt(sums: SumsByGroup, squares: number): number {
  const excess = (ratio: number) => profileAt(sums, ratio, "reml").between - squares;
  if (excess(0) <= 0) return 0;
  let high = 1;
  while (excess(high) > 0) high *= 2;
  return findRoot(excess, 0, high);
}
