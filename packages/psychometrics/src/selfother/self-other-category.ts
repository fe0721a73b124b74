import type { SelfOtherGap } from "./self-other-gap.ts";

/**
 * blind-spot: self clearly above others; hidden-strength: clearly below; in-line: nearer than the least gap;
 * undecided: a gap of that size, but the interval includes none at all, or there is no interval.
 */
export type SelfOtherCategory = "blind-spot" | "hidden-strength" | "in-line" | "undecided";

/**
 * Names a gap between self and others on a scale where more is better. Only a gap of at least `least` (half a
 * point unless told) whose interval excludes 0 is called anything. For an amount scale pass effectiveness, not amounts.
 */
export function selfOtherCategory(
  gap: Pick<SelfOtherGap, "gap" | "lower" | "upper">,
  options: { least?: number } = {},
): SelfOtherCategory {
  const { least = 0.5 } = options;
  // Means of whole ratings give gaps such as .49999999999999956: rounding must not decide.
  if (Math.abs(gap.gap) < least - 1e-9) return "in-line";
  if (gap.lower === null || gap.upper === null) return "undecided";
  if (gap.lower > 0) return "blind-spot";
  return gap.upper < 0 ? "hidden-strength" : "undecided";
}
