import { betaPoint } from "./beta-quantile.ts";
import { chiSquareQuantile } from "./chi-square-quantile.ts";

/** The value below which a share p of the F distribution lies (df2 may be infinite); NaN for bad arguments. */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(p >= 0 && p <= 1 && df1 > 0 && df2 > 0)) return Number.NaN;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareQuantile(p, df1) / df1;
  const { x, y } = betaPoint(p, 1 - p, df1 / 2, df2 / 2);
  return ((df2 / df1) * x) / y;
}
