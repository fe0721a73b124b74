import { betaPoint } from "./beta-quantile.ts";
import { normalQuantile } from "./normal-quantile.ts";

/** The value below which a share p of Student's t lies, df > 0 (may be infinite); NaN for bad arguments. */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  if (p > 0.5) return -tQuantile(1 - p, df);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 0.5) return 0;
  const { x, y } = betaPoint(2 * p, 1 - 2 * p, df / 2, 0.5);
  return -Math.sqrt((df * y) / x);
}
