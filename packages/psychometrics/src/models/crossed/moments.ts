import type { Cells } from "./cells.ts";

/** Fewer cells than this say too little for moments to be a better start than equal shares. */
const FEWEST = 2000;

/** No variance starts below this share of the total. */
const LEAST = 0.02;

/**
 * Variances to start from, factors first, residual last. With two factors by Henderson's method 1 (1953; Searle,
 * Casella and McCulloch 1992, ch. 5.3): the sums of squares between ratees, between raters and in all are set to what
 * they would be expected to be. With more factors, or little data, equal shares of the total. Fixed effects are left
 * out of account: it is only a start.
 */
export function startingVariances(cells: Cells): number[] {
  const k = cells.sizes.length;
  const total = cells.squares / cells.weightSum;
  const equal = new Array<number>(k + 1).fill(total / (k + 1));
  if (k !== 2 || cells.count < FEWEST) return equal;
  const solved = solveThree(momentEquations(cells));
  return solved.every(Number.isFinite) ? solved.map((v) => Math.max(v, LEAST * total)) : equal;
}

/** Three rows of coefficients for the two factors and the residual, then the sum of squares. */
function momentEquations(cells: Cells): number[][] {
  const whole = cells.weightSum;
  const [a, b] = [totals(cells, 0), totals(cells, 1)];
  // The mean's own share of each expectation.
  const [meanA, meanB] = [a, b].map(({ weight }) => sumOf(weight, (w) => (w * w) / whole)) as [
    number,
    number,
  ];
  const [ratee, rater] = cells.factors as [Int32Array, Int32Array];
  let [raterInRatee, rateeInRater] = [0, 0];
  for (let c = 0; c < cells.count; c++) {
    const square = cells.weight[c] ** 2;
    raterInRatee += square / a.weight[ratee[c]];
    rateeInRater += square / b.weight[rater[c]];
  }
  const between = ({ weight, sum }: Totals) => sumOf(sum, (s, level) => (s * s) / weight[level]);
  const [sizeA, sizeB] = cells.sizes as [number, number];
  return [
    [whole - meanA, raterInRatee - meanB, sizeA - 1, between(a)],
    [rateeInRater - meanA, whole - meanB, sizeB - 1, between(b)],
    [whole - meanA, whole - meanB, cells.ratings - 1, cells.squares],
  ];
}

interface Totals {
  weight: Float64Array;
  sum: Float64Array;
}

/** Weights and centred sums by level of factor f. */
function totals(cells: Cells, f: number): Totals {
  const size = cells.sizes[f];
  const levels = cells.factors[f] as Int32Array;
  const [weight, sum] = [new Float64Array(size), new Float64Array(size)];
  for (let c = 0; c < cells.count; c++) {
    const level = levels[c];
    weight[level] = weight[level] + cells.weight[c];
    sum[level] = sum[level] + cells.sum[c];
  }
  return { weight, sum };
}

function sumOf(list: Float64Array, term: (value: number, i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < list.length; i++) sum += term(list[i], i);
  return sum;
}

/** Cramer's rule; not finite where the equations don't settle it. */
function solveThree(rows: number[][]): number[] {
  const column = (j: number) => rows.map((row) => row[j]);
  const [a, b, c, y] = [0, 1, 2, 3].map(column) as [number[], number[], number[], number[]];
  const whole = determinant(a, b, c);
  return [determinant(y, b, c), determinant(a, y, c), determinant(a, b, y)].map((d) => d / whole);
}

function determinant(a: number[], b: number[], c: number[]): number {
  const [a0, a1, a2] = a as [number, number, number];
  const [b0, b1, b2] = b as [number, number, number];
  const [c0, c1, c2] = c as [number, number, number];
  return a0 * (b1 * c2 - b2 * c1) - b0 * (a1 * c2 - a2 * c1) + c0 * (a1 * b2 - a2 * b1);
}
