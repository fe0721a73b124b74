import { type Belief, beliefsFrom, chanceOfOthers, type Marginals } from "./beliefs.ts";
import { SUREST } from "./near-end.ts";
import type { Scale } from "./types.ts";

/** Others who all gave the point `at`, but for one a step below and one a step above; null where the scale ends before. */
function oneEachWay(others: readonly number[], at: number): number[] | null {
  const { [at - 1]: below, [at]: there, [at + 1]: above } = others;
  if (below === undefined || above === undefined || there === undefined) return null;
  return others
    .with(at, there - 2)
    .with(at - 1, below + 1)
    .with(at + 1, above + 1);
}

/** Whether withholding the spread would leave someone who gave `own` too sure that all others gave the point `at`. */
function tells(belief: Belief, n: number, points: number, own: number, at: number): boolean {
  const alike = new Array<number>(points).fill(0).with(at, n - 1);
  const sure = chanceOfOthers(belief, own, alike);
  const near = oneEachWay(alike, at);
  const cover = near === null ? 0 : chanceOfOthers(belief, own, near);
  return sure > SUREST * (sure + cover);
}

/**
 * Whether the spread of n answers with this sum is withheld whatever they are. A spread that is withheld because answers are
 * nearly alike lets the one who differs guess that all others agree; where the guess would be better than even (by the round's
 * marginals), no spread is shown at this mean, and its absence says nothing. At an end the mean itself is withheld.
 */
export function spreadTells(
  n: number,
  sum: number,
  { low, high }: Scale,
  marginals: Marginals,
): boolean {
  const points = high - low + 1;
  const places = sum - n * low;
  for (const belief of beliefsFrom(marginals)) {
    for (let own = 0; own < points; own++) {
      const at = (places - own) / (n - 1);
      if (!Number.isInteger(at) || at <= 0 || at >= points - 1) continue;
      if (tells(belief, n, points, own, at)) return true;
    }
  }
  return false;
}
