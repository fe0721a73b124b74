import type { PooledSpread } from "@twohats/disclosure";
import { fQuantile, tQuantile } from "@twohats/psychometrics";
import type { Known } from "./known-parts.ts";
import type { Ellipse } from "./report-content.ts";

const LEVEL = 0.95;
/** Degrees of freedom of a spread that was not estimated. */
const CERTAIN = 1_000_000;

type Spread = { sd: number; df: number };

/** A pooled spread with its degrees of freedom, or null where none may be shown. */
export function usable(spread: PooledSpread | undefined): Spread | null {
  return spread?.shown && spread.sd > 0
    ? { sd: spread.sd, df: spread.raters - spread.groups }
    : null;
}

/**
 * The spread assumed where a round is too small to tell how much its raters differ: a quarter of the scale's
 * length, about twice what rounds show, so that the interval is rather too wide than too narrow.
 */
export function cautiousSpread({ low, high }: { low: number; high: number }): Spread {
  return { sd: (high - low) / 4, df: CERTAIN };
}

/**
 * Half the width of the 95 % interval of a mean of n raters, by t with the pooled spread's degrees of freedom.
 * `unknown` is error variance besides the raters'.
 */
export function halfWidth(spread: Spread, n: number, unknown = 0): number {
  return tQuantile((1 + LEVEL) / 2, spread.df) * Math.sqrt(spread.sd ** 2 / n + unknown);
}

/** A mean on two hats: answers behind it, and on each hat what it rests on where that is told apart. */
type PlaneMean = { n: number; known?: { across: Known | null; up: Known | null } };

/**
 * The 95 % confidence ellipse of a mean on two hats (Hotelling 1931: T² with the pooled covariance matrix).
 * The covariance comes from the spread of the sum: var(a + b) = var a + var b + 2 cov.
 */
export function meanEllipse(
  across: Spread,
  up: Spread,
  sum: Spread,
  { n: fewest, known }: PlaneMean,
): Ellipse {
  const df = Math.min(across.df, up.df, sum.df);
  const most = 0.99 * across.sd * up.sd;
  const covariance = Math.max(
    -most,
    Math.min(most, (sum.sd ** 2 - across.sd ** 2 - up.sd ** 2) / 2),
  );
  const scale = ((2 * df) / Math.max(1, df - 1)) * fQuantile(LEVEL, 2, Math.max(1, df - 1));
  const n = Math.min(known?.across?.n ?? fewest, known?.up?.n ?? fewest);
  const a = across.sd ** 2 / n + (known?.across?.unknown ?? 0);
  const b = up.sd ** 2 / n + (known?.up?.unknown ?? 0);
  const middle = (a + b) / 2;
  const reach = Math.sqrt(((a - b) / 2) ** 2 + (covariance / n) ** 2);
  return {
    major: Math.sqrt(scale * (middle + reach)),
    minor: Math.sqrt(scale * Math.max(0, middle - reach)),
    angle: 0.5 * Math.atan2((2 * covariance) / n, a - b),
  };
}
