import { type LevelOption, levelOf } from "../data/level.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";

export interface ReliableChange {
  change: number;
  /** Standard error of the difference. */
  standardError: number;
  /** The change in standard errors (Jacobson and Truax's RC). */
  index: number;
  lower: number;
  upper: number;
  /** Changes smaller than this either way are within noise. */
  noise: number;
  verdict: "up" | "down" | "within-noise";
  level: number;
}

/**
 * Whether one person's score changed by more than measurement error (Jacobson and Truax 1991). `sd` is the spread
 * of scores before, between people; `reliability` that of the score. null when sd is 0 or reliability 1: no error to
 * compare with. Throws a RangeError for a reliability outside [0, 1].
 */
export function reliableChange(
  before: number,
  after: number,
  score: { sd: number; reliability: number },
  options?: LevelOption,
): ReliableChange | null {
  const { sd, reliability } = score;
  if (!(reliability >= 0 && reliability <= 1)) throw new RangeError(`reliability ${reliability}`);
  return judged(after - before, Math.SQRT2 * sd * Math.sqrt(1 - reliability), options);
}

/** The verdict on a change with a known standard error; null when that is not above 0 or a score is missing. */
export function judged(
  change: number,
  standardError: number,
  options?: LevelOption,
): ReliableChange | null {
  const level = levelOf(options);
  if (!(standardError > 0) || Number.isNaN(change)) return null;
  const noise = normalQuantile((1 + level) / 2) * standardError;
  return {
    change,
    standardError,
    index: change / standardError,
    lower: change - noise,
    upper: change + noise,
    noise,
    verdict: change > noise ? "up" : change < -noise ? "down" : "within-noise",
    level,
  };
}
