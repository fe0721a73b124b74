import type { DataMatrix } from "../data/data-matrix.ts";
import { type LevelOption, levelOf } from "../data/level.ts";
import {
  type CovarianceMatrix,
  covarianceMatrix,
  type MissingOption,
} from "../describe/covariance-matrix.ts";
import { fQuantile } from "../distributions/f-quantile.ts";

export interface AlphaItem {
  /** Correlation of the item with the sum of the others; null when either does not vary. */
  itemRest: number | null;
  /** Alpha of the others; null for fewer than two of them. */
  alphaIfDropped: number | null;
}

export interface CronbachAlpha {
  n: number;
  items: number;
  alpha: number;
  /** From correlations, as if all items had the same spread; null when one does not vary. */
  standardized: number | null;
  averageCorrelation: number | null;
  /** Feldt's interval of alpha. */
  lower: number;
  upper: number;
  perItem: AlphaItem[];
  level: number;
}

/**
 * Cronbach's alpha (1951) of a table of people x items, with the interval of Feldt, Woodruff and Salih (1987).
 * With missing answers, covariances are pairwise unless listwise is asked for. null when there are fewer than two
 * items or two rows, no pair of items was answered together, or the sum does not vary. A negative alpha is kept: some
 * item runs the other way.
 */
export function cronbachAlpha(
  matrix: DataMatrix,
  options: LevelOption & MissingOption = {},
): CronbachAlpha | null {
  const level = levelOf(options);
  const covariance = covarianceMatrix(matrix, options);
  if (covariance === null || covariance.cols < 2) return null;
  const { n, cols: items } = covariance;
  const sums = sumsOf(covariance);
  const alpha = alphaOf(items, sums.total, sums.diagonal);
  if (alpha === null) return null;
  const averageCorrelation = meanCorrelation(covariance);
  const tail = (1 - level) / 2;
  const df2 = (n - 1) * (items - 1);
  return {
    n,
    items,
    alpha,
    standardized:
      averageCorrelation === null
        ? null
        : (items * averageCorrelation) / (1 + (items - 1) * averageCorrelation),
    averageCorrelation,
    lower: 1 - (1 - alpha) * fQuantile(1 - tail, n - 1, df2),
    upper: 1 - (1 - alpha) * fQuantile(tail, n - 1, df2),
    perItem: perItem(covariance, sums),
    level,
  };
}

interface Sums {
  total: number;
  diagonal: number;
  rows: Float64Array;
}

function sumsOf({ values, cols }: CovarianceMatrix): Sums {
  const rows = new Float64Array(cols);
  let diagonal = 0;
  for (let i = 0; i < cols; i++) {
    for (let j = 0; j < cols; j++) rows[i] = rows[i] + values[i * cols + j];
    diagonal += values[i * cols + i];
  }
  return { total: rows.reduce((a, b) => a + b, 0), diagonal, rows };
}

function alphaOf(items: number, total: number, diagonal: number): number | null {
  if (items < 2 || !(total > 1e-14 * diagonal)) return null;
  return (items / (items - 1)) * (1 - diagonal / total);
}

function meanCorrelation({ values, cols }: CovarianceMatrix): number | null {
  let sum = 0;
  for (let i = 0; i < cols; i++) {
    for (let j = 0; j < i; j++) {
      const product = values[i * cols + i] * values[j * cols + j];
      sum += values[i * cols + j] / Math.sqrt(product);
    }
  }
  return Number.isFinite(sum) ? (2 * sum) / (cols * (cols - 1)) : null;
}

function perItem({ values, cols }: CovarianceMatrix, sums: Sums): AlphaItem[] {
  return Array.from({ length: cols }, (_, i) => {
    const own = values[i * cols + i];
    const row = sums.rows[i];
    const rest = sums.total - 2 * row + own;
    const itemRest = (row - own) / Math.sqrt(own * rest);
    return {
      itemRest: own > 0 && rest > 1e-14 * sums.diagonal ? itemRest : null,
      alphaIfDropped: alphaOf(cols - 1, rest, sums.diagonal - own),
    };
  });
}
