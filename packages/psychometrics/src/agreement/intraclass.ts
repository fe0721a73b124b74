import { completeRows } from "../data/complete-rows.ts";
import type { DataMatrix } from "../data/data-matrix.ts";
import { type LevelOption, levelOf } from "../data/level.ts";
import { fCdf } from "../distributions/f-cdf.ts";
import { fQuantile } from "../distributions/f-quantile.ts";
import { type TwoWayMeanSquares, twoWayMeanSquares } from "./two-way-mean-squares.ts";

export interface IntraclassForm {
  icc: number;
  /** null where ICC(2,.)'s degrees of freedom vanish: the rated differ less than raters do by chance. */
  lower: number | null;
  upper: number | null;
  f: number;
  df1: number;
  df2: number;
  p: number;
}

/** Shrout and Fleiss's names: first figure the model, second 1 (one rater) or k (mean of the raters). */
export interface Intraclass {
  /** The rated, and raters. */
  n: number;
  raters: number;
  level: number;
  meanSquares: TwoWayMeanSquares;
  /** Different raters for each of the rated. */
  icc11: IntraclassForm;
  icc1k: IntraclassForm;
  /** The same raters, a sample of raters: absolute agreement. */
  icc21: IntraclassForm;
  icc2k: IntraclassForm;
  /** The same raters, the only ones of interest: consistency. */
  icc31: IntraclassForm;
  icc3k: IntraclassForm;
}

/**
 * The six intraclass correlations of Shrout and Fleiss (1979), with F tests and intervals, of a table of the rated
 * (rows) x raters (columns); rows with a gap are left out. ICC(2,.) intervals after McGraw and Wong (1996). null below
 * two rows or raters, and when neither the rated differ nor their ratings beyond raters' levels: 0 / 0 is not
 * estimable. Negative values are kept.
 */
export function intraclass(table: DataMatrix, options?: LevelOption): Intraclass | null {
  const level = levelOf(options);
  const used = completeRows(table);
  const { rows: n, cols: raters } = used;
  if (n < 2 || raters < 2) return null;
  const ms = twoWayMeanSquares(used);
  if (ms.rows === 0 && ms.residual === 0) return null;
  const icc11 = ratioForm(ms.rows, ms.within, n - 1, n * (raters - 1), raters, level);
  const icc31 = ratioForm(ms.rows, ms.residual, n - 1, (n - 1) * (raters - 1), raters, level);
  const icc21 = agreementForm(ms, icc31, level);
  return {
    n,
    raters,
    level,
    meanSquares: ms,
    icc11,
    icc1k: stepped(icc11, raters),
    icc21,
    icc2k: stepped(icc21, raters),
    icc31,
    icc3k: stepped(icc31, raters),
  };
}

function ratioForm(
  between: number,
  error: number,
  df1: number,
  df2: number,
  k: number,
  level: number,
): IntraclassForm {
  const f = between / error;
  const tail = (1 - level) / 2;
  const icc = (ratio: number) =>
    ratio === Number.POSITIVE_INFINITY ? 1 : (ratio - 1) / (ratio + k - 1);
  return {
    icc: icc(f),
    lower: icc(f / fQuantile(1 - tail, df1, df2)),
    upper: icc(f * fQuantile(1 - tail, df2, df1)),
    f,
    df1,
    df2,
    p: fCdf(f, df1, df2, "upper"),
  };
}

function agreementForm(
  { n, k, rows, columns, residual }: TwoWayMeanSquares,
  consistency: IntraclassForm,
  level: number,
): IntraclassForm {
  const icc = (rows - residual) / (rows + (k - 1) * residual + (k * (columns - residual)) / n);
  if (icc >= 1) return { ...consistency, icc: 1, lower: 1, upper: 1 };
  const a = (k * icc) / (n * (1 - icc));
  const b = 1 + (k * icc * (n - 1)) / (n * (1 - icc));
  const df =
    (a * columns + b * residual) ** 2 /
    ((a * columns) ** 2 / (k - 1) + (b * residual) ** 2 / ((n - 1) * (k - 1)));
  if (!(df > 1e-6)) return { ...consistency, icc, lower: null, upper: null };
  const tail = (1 - level) / 2;
  const low = fQuantile(1 - tail, n - 1, df);
  const high = fQuantile(1 - tail, df, n - 1);
  const others = k * columns + (k * n - k - n) * residual;
  return {
    ...consistency,
    icc,
    lower: (n * (rows - low * residual)) / (low * others + n * rows),
    upper: (n * (high * rows - residual)) / (others + n * high * rows),
  };
}

function stepped(form: IntraclassForm, k: number): IntraclassForm {
  const step = (icc: number) => (k * icc) / (1 + (k - 1) * icc);
  return {
    ...form,
    icc: step(form.icc),
    lower: form.lower === null ? null : step(form.lower),
    upper: form.upper === null ? null : step(form.upper),
  };
}
