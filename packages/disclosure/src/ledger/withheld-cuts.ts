import { type AnswerRules, drawWithheld } from "../cover/draw-withheld.ts";

/** Cuts that were withheld, held at most. Beyond it none that might be is answered. */
const MOST = 500;

/** A withheld cut: its contributors' numbers, ascending. */
export type WithheldCut = Int32Array;

/** In how many contributors two cuts differ. */
function difference(a: Int32Array, b: Int32Array): number {
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return a.length + b.length - 2 * both;
}

/**
 * Draws whether the mean over some contributors is withheld, and remembers what was: asking again, or for nearly the
 * same people (fewer than k more or less), draws no second time. Otherwise cover would wear off with every question.
 */
export class WithheldCuts {
  readonly cuts: readonly WithheldCut[];
  private readonly k: number;

  constructor(cuts: readonly WithheldCut[], k: number) {
    this.cuts = cuts;
    this.k = k;
  }

  /** These cuts and one more if it is withheld; null when it may be answered. `counts` are its answers by point. */
  withheld(cut: Int32Array, counts: readonly number[], rules: AnswerRules): WithheldCuts | null {
    if (this.cuts.some((known) => difference(known, cut) < this.k)) return this;
    if (this.cuts.length >= MOST) return this;
    if (drawWithheld(counts, rules) === null) return null;
    return new WithheldCuts([...this.cuts, cut], this.k);
  }
}
