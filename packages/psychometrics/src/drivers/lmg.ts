import type { DataMatrix } from "../data/data-matrix.ts";
import { type LevelOption, levelOf } from "../data/level.ts";
import { seededRandom } from "../data/seeded-random.ts";
import type { Values } from "../data/values.ts";
import { quantileOfSorted } from "../describe/quantile.ts";
import { completeCases } from "./complete-cases.ts";
import { type DriverCorrelations, fromComplete } from "./correlations-with-outcome.ts";

export interface LmgDriver {
  /** Part of R2; the parts add to it. */
  raw: number;
  share: number | null;
  /** Percentile bootstrap interval of `raw`; null when no bootstrap was asked for. */
  lower: number | null;
  upper: number | null;
}

export interface Lmg {
  n: number;
  r2: number;
  drivers: LmgDriver[];
  /** Bootstrap samples that could be used. */
  samples: number;
  level: number;
}

export interface LmgOptions extends LevelOption {
  /** Resamples of rows for the intervals; 0 for none, 1000 unless told. */
  bootstrap?: number;
  seed?: number;
}

const MOST = 15;

/**
 * Shapley shares of R2: each predictor's gain averaged over all orders of entry (Lindeman, Merenda and Gold 1980),
 * exact over every subset, for up to 15 predictors (RangeError beyond). Rows with a gap are left out. null when rows do
 * not exceed predictors, something does not vary, or predictors are linearly dependent.
 */
export function lmg(outcome: Values, predictors: DataMatrix, options: LmgOptions = {}): Lmg | null {
  const level = levelOf(options);
  if (predictors.cols > MOST) throw new RangeError(`more than ${MOST} predictors`);
  const { y, x } = completeCases(outcome, predictors);
  const parts = partsOf(fromComplete(y, x));
  if (parts === null) return null;
  const samples = resample(y, x, options.bootstrap ?? 1000, options.seed ?? 1);
  const r2 = parts.reduce((sum, part) => sum + part, 0);
  const drivers = Array.from(parts, (raw, i) => {
    const sorted = Float64Array.from(samples, (sample) => sample[i]).sort();
    return {
      raw,
      share: r2 > 0 ? raw / r2 : null,
      lower: quantileOfSorted(sorted, (1 - level) / 2, 7),
      upper: quantileOfSorted(sorted, (1 + level) / 2, 7),
    };
  });
  return { n: y.length, r2, drivers, samples: samples.length, level };
}

function resample(y: Float64Array, x: DataMatrix, times: number, seed: number): Float64Array[] {
  const random = seededRandom(seed);
  const samples: Float64Array[] = [];
  const ys = new Float64Array(y.length);
  const values = new Float64Array(x.values.length);
  for (let b = 0; b < times; b++) {
    for (let r = 0; r < y.length; r++) {
      const from = random.below(y.length);
      ys[r] = y[from];
      values.set(x.values.subarray(from * x.cols, (from + 1) * x.cols), r * x.cols);
    }
    const parts = partsOf(fromComplete(ys, { ...x, values }));
    if (parts !== null) samples.push(parts);
  }
  return samples;
}

function partsOf(r: DriverCorrelations | null): Float64Array | null {
  if (r === null || r.n <= r.p + 1) return null;
  const r2 = allSubsets(r);
  if (r2 === null) return null;
  const { p } = r;
  // Share of the orders in which a given set of that size comes just before.
  const weight = [1 / p];
  for (let s = 1; s < p; s++) weight[s] = (weight[s - 1] * s) / (p - s);
  const parts = new Float64Array(p);
  for (let mask = 0; mask < r2.length; mask++) {
    let size = 0;
    for (let rest = mask; rest !== 0; rest &= rest - 1) size++;
    for (let i = 0; i < p; i++) {
      if ((mask >> i) & 1) continue;
      const gain = r2[mask | (1 << i)] - r2[mask];
      parts[i] = parts[i] + weight[size] * gain;
    }
  }
  return parts;
}

/**
 * R2 of every subset, by depth: entering predictor j leaves the later ones' correlations with j removed. Most
 * subsets have few later ones, so this costs a few operations each. null when a predictor has nothing left.
 */
function allSubsets({ p, among, withOutcome }: DriverCorrelations): Float64Array | null {
  const r2 = new Float64Array(1 << p);
  const width = p + 1;
  const start = new Float64Array(width * width);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) start[i * width + j] = among[i * p + j];
    start[i * width + p] = withOutcome[i];
  }
  const levels = Array.from({ length: p + 1 }, () => new Float64Array(width * width));
  (levels[0] as Float64Array).set(start);
  let singular = false;
  const enter = (depth: number, from: number, mask: number) => {
    const now = levels[depth] as Float64Array;
    const next = levels[depth + 1] as Float64Array;
    for (let j = from; j < p; j++) {
      const pivot = now[j * width + j];
      if (!(pivot > 1e-10)) singular = true;
      const gain = now[j * width + p] ** 2 / pivot;
      const set = mask | (1 << j);
      r2[set] = r2[mask] + gain;
      for (let a = j + 1; a < p; a++) {
        const factor = now[j * width + a] / pivot;
        for (let b = a; b <= p; b++) {
          next[a * width + b] = now[a * width + b] - factor * now[j * width + b];
        }
      }
      if (j + 1 < p) enter(depth + 1, j + 1, set);
    }
  };
  enter(0, 0, 0);
  return singular ? null : r2;
}
