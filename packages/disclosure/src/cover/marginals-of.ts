import { LEAST_GROUPS } from "../least-groups.ts";
import type { Marginals } from "./beliefs.ts";
import { builtInMarginals } from "./built-in-marginals.ts";
import type { Scale } from "./scale.ts";

/** Added to the count of each point, so that none is thought impossible (Jeffreys 1946). */
const ADDED = 0.5;

/**
 * How one item's answers fall on the points of its scale over a whole round: what whoever reads several reports knows
 * anyway, for judging how much a withheld figure tells (`ReportInput.marginals`). One array of answers a group; rounds
 * of fewer than 20 groups say nothing of themselves, and get the built-in marginals.
 */
export function marginalsOf(groups: readonly (readonly number[])[], scale: Scale): Marginals {
  if (groups.filter((values) => values.length > 0).length < LEAST_GROUPS) {
    return builtInMarginals(scale);
  }
  const counts = new Array<number>(scale.high - scale.low + 1).fill(ADDED);
  let total = ADDED * counts.length;
  for (const value of groups.flat()) {
    counts[value - scale.low] = (counts[value - scale.low] ?? 0) + 1;
    total++;
  }
  return counts.map((count) => count / total);
}
