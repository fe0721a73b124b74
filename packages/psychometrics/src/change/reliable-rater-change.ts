import type { LevelOption } from "../data/level.ts";
import { judged, type ReliableChange } from "./reliable-change.ts";

/**
 * Whether a mean over raters changed by more than the raters' differing would give: standard error
 * sqrt(v (1 / n1 + 1 / n2)) with `raterVariance` v of single ratings within a ratee, pooled over the cycle. It
 * takes the two sets of raters as independent, which is cautious when they are the same people. null when
 * either side has no rater or the variance is 0.
 */
export function reliableRaterChange(
  before: { mean: number; n: number },
  after: { mean: number; n: number },
  raterVariance: number,
  options?: LevelOption,
): ReliableChange | null {
  if (!(before.n > 0 && after.n > 0)) return null;
  const standardError = Math.sqrt(raterVariance * (1 / before.n + 1 / after.n));
  return judged(after.mean - before.mean, standardError, options);
}
