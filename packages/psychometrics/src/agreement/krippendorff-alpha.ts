import type { DataMatrix } from "../data/data-matrix.ts";
import { row } from "../data/row.ts";
import { present } from "../data/values.ts";
import { sumOfSquares } from "../describe/sum-of-squares.ts";

export interface KrippendorffAlpha {
  /** Ratings that could be paired, and the things rated by two raters or more. */
  n: number;
  units: number;
  alpha: number;
}

/**
 * Krippendorff's alpha (2011) of a table of things (rows) x raters (columns), gaps allowed: 1 less observed over
 * expected disagreement. Level of measurement: nominal, ordinal or interval. null when nothing was rated
 * twice or all ratings are equal.
 */
export function krippendorffAlpha(
  table: DataMatrix,
  measurement: "nominal" | "ordinal" | "interval" = "interval",
): KrippendorffAlpha | null {
  const units: Float64Array[] = [];
  for (let r = 0; r < table.rows; r++) {
    const values = present(row(table, r));
    if (values.length >= 2) units.push(values);
  }
  const counts = countValues(units);
  const n = units.reduce((sum, unit) => sum + unit.length, 0);
  if (counts.values.length < 2) return null;
  if (measurement === "interval") return ofSquares(units, n);
  const distance = distances(measurement, counts.counts);
  let observed = 0;
  for (const unit of units)
    observed += disagreement(unit, counts.index, distance) / (unit.length - 1);
  let expected = 0;
  for (let a = 0; a < counts.values.length; a++) {
    for (let b = 0; b < counts.values.length; b++) {
      expected += counts.counts[a] * counts.counts[b] * distance(a, b);
    }
  }
  return { n, units: units.length, alpha: 1 - (observed * (n - 1)) / expected };
}

function countValues(units: Float64Array[]) {
  const tally = new Map<number, number>();
  for (const unit of units) for (const v of unit) tally.set(v, (tally.get(v) ?? 0) + 1);
  const values = [...tally.keys()].sort((a, b) => a - b);
  const counts = values.map((v) => tally.get(v) ?? 0);
  return { values, counts, index: new Map(values.map((v, i) => [v, i])) };
}

function distances(measurement: "nominal" | "ordinal", counts: number[]) {
  if (measurement === "nominal") return (a: number, b: number) => (a === b ? 0 : 1);
  const upTo: number[] = [];
  counts.reduce((sum, count, i) => {
    upTo[i] = sum + count / 2;
    return sum + count;
  }, 0);
  // Ratings between the two, counting half of each end: the difference of the mid-points of their ranks.
  return (a: number, b: number) => (upTo[a] - upTo[b]) ** 2;
}

function disagreement(
  unit: Float64Array,
  index: Map<number, number>,
  distance: (a: number, b: number) => number,
): number {
  let sum = 0;
  for (const x of unit) {
    for (const y of unit) sum += distance(index.get(x) as number, index.get(y) as number);
  }
  return sum;
}

/** Squared differences over all pairs are sums of squares about the mean: no need to go through the pairs. */
function ofSquares(units: Float64Array[], n: number): KrippendorffAlpha {
  const all = sumOfSquares(units.flatMap((unit) => Array.from(unit)));
  let observed = 0;
  for (const unit of units) observed += (unit.length * sumOfSquares(unit).ss) / (unit.length - 1);
  return { n, units: units.length, alpha: 1 - (observed * (n - 1)) / (n * all.ss) };
}
