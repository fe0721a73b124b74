import { type LevelOption, levelOf } from "../data/level.ts";
import { tTwoSided } from "../distributions/t-cdf.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import { leastSquares } from "../linear/least-squares.ts";
import { clusterVariance } from "./cluster-variance.ts";
import type { DidRow } from "./did-row.ts";
import { permutationTest } from "./permutation-test.ts";

export interface DifferenceInDifferences {
  /** Rows with a value, clusters, and how many of them were treated. */
  n: number;
  clusters: number;
  treatedClusters: number;
  /** Change of the treated less change of the others. */
  estimate: number;
  standardError: number;
  df: number;
  t: number;
  p: number;
  lower: number;
  upper: number;
  variance: "CR1" | "CR2";
  /** Share of re-assignments of treatment to clusters with as large an effect; null when not made. */
  permutationP: number | null;
  level: number;
}

export interface DidOptions extends LevelOption {
  /** CR2 with Satterthwaite's df (Bell and McCaffrey 2002; default), or CR1 with clusters - 1. */
  variance?: "CR1" | "CR2";
  /** Permutation test: below 30 clusters unless told. */
  permutations?: number;
  seed?: number;
}

/**
 * Effect of a programme as difference in differences, by least squares on group, time and their product, with
 * cluster-robust errors. null when one of the four cells is empty, or there are fewer than two clusters on either side.
 * Throws a RangeError for a cluster that is both treated and not.
 */
export function differenceInDifferences(
  rows: readonly DidRow[],
  options: DidOptions = {},
): DifferenceInDifferences | null {
  const level = levelOf(options);
  const variance = options.variance ?? "CR2";
  const used = rows.filter((row) => Number.isFinite(row.value));
  const arms = armsOf(used);
  const clusters = arms.size;
  const treatedClusters = [...arms.values()].filter(Boolean).length;
  if (treatedClusters < 2 || clusters - treatedClusters < 2) return null;
  const x = Float64Array.from(
    used.flatMap(({ treated, after }) => [1, +treated, +after, +(treated && after)]),
  );
  const y = Float64Array.from(used, (row) => row.value);
  const fit = leastSquares(x, y, used.length, 4);
  if (fit === null) return null;
  const robust = clusterVariance({
    x,
    p: 4,
    fit,
    clusters: used.map((row) => row.cluster),
    term: 3,
    variance,
  });
  const estimate = fit.coefficients[3];
  const standardError = Math.sqrt(robust.variance);
  const t = estimate / standardError;
  const half = tQuantile((1 + level) / 2, robust.df) * standardError;
  const permutations = options.permutations ?? (clusters < 30 ? 4999 : 0);
  return {
    n: used.length,
    clusters,
    treatedClusters,
    estimate,
    standardError,
    df: robust.df,
    t,
    p: tTwoSided(t, robust.df),
    lower: estimate - half,
    upper: estimate + half,
    variance,
    permutationP: permutations > 0 ? permutationTest(used, permutations, options.seed ?? 1) : null,
    level,
  };
}

function armsOf(rows: readonly DidRow[]): Map<string | number, boolean> {
  const arms = new Map<string | number, boolean>();
  for (const { cluster, treated } of rows) {
    if ((arms.get(cluster) ?? treated) !== treated) {
      throw new RangeError(`cluster ${cluster} is both treated and not`);
    }
    arms.set(cluster, treated);
  }
  return arms;
}
