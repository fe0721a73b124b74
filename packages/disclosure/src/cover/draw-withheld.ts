import type { Marginals } from "./beliefs.ts";
import { builtInMarginals } from "./built-in-marginals.ts";
import { type End, nearEndRule } from "./near-end.ts";
import type { Scale } from "./scale.ts";

/** What it takes to decide whether answers are so alike that their mean is withheld, or withheld as cover for such. */
export type AnswerRules = {
  readonly scale: Scale;
  /**
   * How often each point was given over all who were asked the same (see `marginalsOf`); the built-in ones where there
   * are none.
   */
  readonly marginals?: Marginals;
  /** A number from 0 up to 1, drawn anew for each figure, that nobody can foresee or draw again. */
  readonly chance: () => number;
};

/**
 * Near which end a mean is withheld, and the mean nearest to the middle that may be behind that; or that none is ever
 * shown.
 */
export type Withheld = { readonly end: End; readonly bound: number } | "everywhere";

/**
 * Draws whether the mean of these answers (counts of each point, from low to high) is withheld; null when it may be
 * shown.
 */
export function drawWithheld(
  counts: readonly number[],
  { scale, marginals, chance }: AnswerRules,
): Withheld | null {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const rule = nearEndRule(n, scale, marginals ?? builtInMarginals(scale));
  if (rule === null) return "everywhere";
  const { low, high } = rule.withheld(counts);
  if (low + high === 0) return null;
  const draw = chance();
  if (draw >= low + high) return null;
  const end = draw < low ? "low" : "high";
  return { end, bound: rule.bound[end] };
}

/** The range of a mean that is withheld: from the end of the scale to the bound, or the whole scale. */
export function rangeOf(withheld: Withheld, { low, high }: Scale): readonly [number, number] {
  if (withheld === "everywhere") return [low, high];
  return withheld.end === "low" ? [low, withheld.bound] : [withheld.bound, high];
}
