import { column } from "../data/column.ts";
import type { DataMatrix } from "../data/data-matrix.ts";
import { cholesky, choleskyInverse } from "../linear/cholesky.ts";
import { answeredMean } from "./answered-mean.ts";
import {
  type AvailableCorrelation,
  type AvailableOptions,
  availableCorrelation,
} from "./available-correlation.ts";
import { itemCorrelations } from "./omega/correlations.ts";

export interface ScaleItems {
  name: string;
  /** Columns of the table. */
  items: readonly number[];
}

export interface ItemWithScale {
  scale: string;
  /** The item is one of the scale's. */
  own: boolean;
  /**
   * With the scale as it is, the item included if it is its own; and with the item taken out of it. Equal for other
   * scales.
   */
  raw: AvailableCorrelation;
  corrected: AvailableCorrelation;
  /**
   * With what the scale has in common: the item stays in, but counts with its shared variance only (Cureton 1966). Of
   * standardised items, over the `n` people who answered the whole scale; null for other scales, and when that many
   * answers don't settle it.
   */
  common: { n: number; r: number } | null;
}

export interface ScalePair {
  a: string;
  b: string;
  /** Columns that are in both. */
  shared: number[];
  /** Of the scales as they are, and with the shared items taken out of both. */
  raw: AvailableCorrelation;
  corrected: AvailableCorrelation;
}

export interface ScaleCorrelations {
  /** People in the table. */
  n: number;
  /** Every item of any scale with every scale. */
  items: { item: number; scales: ItemWithScale[] }[];
  pairs: ScalePair[];
  level: number;
}

/**
 * Correlations between groups of items (scales, competencies), and of items with such groups, that are not raised by
 * what both sides share: an item is taken out of its own scale (Guilford 1954; Henrysson 1963), as multitrait item
 * analysis wants it (Hays and Hayashi 1990), and items of two scales out of both. A person's score on a scale is the
 * mean of what they answered of it, if that is at least half (`answered`). Throws a RangeError for a column that isn't
 * there or stands twice in a scale, and for two scales of one name.
 */
export function scaleCorrelations(
  matrix: DataMatrix,
  scales: readonly ScaleItems[],
  options: AvailableOptions = {},
): ScaleCorrelations {
  check(matrix, scales);
  const score = (items: readonly number[]) => answeredMean(matrix, items, options.answered);
  const without = ({ items }: ScaleItems, out: readonly number[]) =>
    items.filter((item) => !out.includes(item));
  const ofItem = (item: number, scale: ScaleItems, common: Common | null): ItemWithScale => {
    const values = column(matrix, item);
    const own = scale.items.includes(item);
    const raw = availableCorrelation(values, score(scale.items), options);
    return {
      scale: scale.name,
      own,
      raw,
      corrected: own ? availableCorrelation(values, score(without(scale, [item])), options) : raw,
      common: own ? (common?.(item) ?? null) : null,
    };
  };
  const commons = scales.map((scale) => commonVariance(matrix, scale));
  const items = [...new Set(scales.flatMap((scale) => scale.items))].sort((a, b) => a - b);
  return {
    n: matrix.rows,
    items: items.map((item) => ({
      item,
      scales: scales.map((scale, s) => ofItem(item, scale, commons[s] as Common | null)),
    })),
    pairs: scales.flatMap((b, j) =>
      scales.slice(0, j).map((a) => {
        const shared = a.items.filter((item) => b.items.includes(item));
        const of = (out: readonly number[]) => {
          const [x, y] = [score(without(a, out)), score(without(b, out))];
          return availableCorrelation(x ?? [], x === null ? null : y, options);
        };
        const raw = of([]);
        return { a: a.name, b: b.name, shared, raw, corrected: shared.length ? of(shared) : raw };
      }),
    ),
    level: options.level ?? 0.95,
  };
}

function check({ cols }: DataMatrix, scales: readonly ScaleItems[]): void {
  if (new Set(scales.map(({ name }) => name)).size < scales.length)
    throw new RangeError("two scales have the same name");
  for (const { name, items } of scales) {
    for (const item of items) {
      if (!(Number.isInteger(item) && item >= 0 && item < cols))
        throw new RangeError(`no column ${item}, which scale ${name} has`);
    }
    if (new Set(items).size < items.length)
      throw new RangeError(`scale ${name} has a column twice`);
  }
}

type Common = (item: number) => { n: number; r: number };

/**
 * Cureton's correlations of a scale's own items, with squared multiple correlations on the others as their shared
 * variances.
 */
function commonVariance(matrix: DataMatrix, { items }: ScaleItems): Common | null {
  const k = items.length;
  const values = new Float64Array(matrix.rows * k);
  for (let r = 0; r < matrix.rows; r++) {
    for (let i = 0; i < k; i++) {
      values[r * k + i] = matrix.values[r * matrix.cols + items[i]];
    }
  }
  const found = itemCorrelations({ rows: matrix.rows, cols: k, values }, { missing: "listwise" });
  if (k < 2 || found === null || found.n <= k) return null;
  const factor = cholesky(found.r, k, 1e-10);
  if (factor === null) return null;
  const inverse = choleskyInverse(factor, k);
  const shared = found.r.map((v, at) => (at % (k + 1) === 0 ? 1 - 1 / inverse[at] : v));
  const total = shared.reduce((a, b) => a + b, 0);
  if (!(total > 0)) return null;
  return (item) => {
    const at = items.indexOf(item) * k;
    const sum = shared.subarray(at, at + k).reduce((a, b) => a + b, 0);
    return { n: found.n, r: sum / Math.sqrt(total) };
  };
}
