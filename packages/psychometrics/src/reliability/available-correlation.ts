import { type LevelOption, levelOf } from "../data/level.ts";
import { correlation } from "../describe/correlation.ts";
import { sumOfSquares } from "../describe/sum-of-squares.ts";

export interface AvailableOptions extends LevelOption {
  /** Share of a scale's questions that a person must have answered to have a score on it; half unless told. */
  answered?: number;
  /** Fewest people a correlation is given for; 4 unless told, which is where an interval begins. */
  least?: number;
}

export interface AvailableCorrelation {
  /** People who have both scores. */
  n: number;
  /** null with the reason beside it. */
  r: number | null;
  lower: number | null;
  upper: number | null;
  p: number | null;
  /**
   * nothing-left: no question remains on the other side; too-few: fewer people than `least`; first-alike and
   * second-alike: all of them have the same score there (an item comes before the rest).
   */
  why: "nothing-left" | "too-few" | "first-alike" | "second-alike" | null;
}

/** A correlation of two lists over those who are in both, or why there is none. NaN marks who is missing. */
export function availableCorrelation(
  first: ArrayLike<number>,
  second: ArrayLike<number> | null,
  options: AvailableOptions,
): AvailableCorrelation {
  const level = levelOf(options);
  const { least = 4 } = options;
  if (!(least >= 3)) throw new RangeError(`a correlation of ${least} people`);
  const none = { r: null, lower: null, upper: null, p: null };
  if (second === null) return { n: 0, ...none, why: "nothing-left" };
  const both = Array.from(first, (x, i): [number, number] => [x, second[i]]).filter(
    ([x, y]) => Number.isFinite(x) && Number.isFinite(y),
  );
  const n = both.length;
  if (n < least) return { n, ...none, why: "too-few" };
  const [x, y] = [both.map(([a]) => a), both.map(([, b]) => b)];
  if (sumOfSquares(x).ss === 0) return { n, ...none, why: "first-alike" };
  const found = sumOfSquares(y).ss === 0 ? null : correlation(x, y, { level });
  if (found === null) return { n, ...none, why: "second-alike" };
  const { r, lower, upper, p } = found;
  return { n, r, lower, upper, p, why: null };
}
