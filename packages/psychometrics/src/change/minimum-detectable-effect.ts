import { type LevelOption, levelOf } from "../data/level.ts";
import { tQuantile } from "../distributions/t-quantile.ts";

export interface Trial extends LevelOption {
  /** Clusters (teams) with the programme and without. */
  treatedClusters: number;
  controlClusters: number;
  /** People measured per cluster. */
  clusterSize: number;
  /** Spread of the outcome between people, in its own units (1 gives the effect in SDs). */
  sd: number;
  /** Share of variance between clusters; 0 when people are assigned one by one. */
  icc: number;
  /** Share of variance explained by the measure before; 0 without one. */
  explained?: number;
  /** Chance of finding an effect of that size; .8 unless told. */
  power?: number;
}

/**
 * The smallest true effect a comparison with clusters would find with the wanted power at two-sided 1 - level (Bloom
 * 1995): multiplier t(level) + t(power) with clusters - 2 degrees of freedom, times the standard error of the
 * difference. null below three clusters in all or without one on each side. Throws a RangeError for shares outside [0,
 * 1].
 */
export function minimumDetectableEffect(
  trial: Trial,
): { effect: number; standardError: number; df: number } | null {
  const level = levelOf(trial);
  const { treatedClusters: a, controlClusters: b, clusterSize, sd, icc } = trial;
  const { explained = 0, power = 0.8 } = trial;
  const shares = [icc, explained, power];
  if (shares.some((share) => !(share >= 0 && share <= 1)) || !(sd >= 0)) {
    throw new RangeError("icc, explained and power are shares, sd is not negative");
  }
  const df = a + b - 2;
  if (!(a >= 1 && b >= 1 && df >= 1 && clusterSize >= 1)) return null;
  const perCluster = (icc + (1 - icc) / clusterSize) * (1 - explained);
  const standardError = sd * Math.sqrt(perCluster * (1 / a + 1 / b));
  const multiplier = tQuantile((1 + level) / 2, df) + tQuantile(power, df);
  return { effect: multiplier * standardError, standardError, df };
}
