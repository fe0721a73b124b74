import { checkPolicy } from "../check-policy.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import { LEAST_GROUPS } from "../least-groups.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { type Hidden, hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";

/** The standard deviation between raters of the same group, pooled over many groups. */
export type PooledSpread =
  | { readonly shown: true; readonly sd: number; readonly groups: number; readonly raters: number }
  | Hidden;

/**
 * How much raters of the same participant and relationship differ, pooled over a cycle: the root of
 * all squared deviations from group means over the sum of n - 1. One array of scores per group, of raters
 * who count; groups of one add nothing. Needs 20 groups; groups too small for a spread of their own count only when
 * that many of them are in the pool, so that none can be worked out from the rest. Compute it once per cycle, after
 * closing.
 */
export function disclosePooledSpread(
  groups: readonly (readonly number[])[],
  policy: DisclosurePolicy,
): Disclosed<PooledSpread> {
  checkPolicy(policy);
  const least = policy.minimumForDistribution;
  const several = groups.filter((values) => values.length >= 2);
  const small = several.filter((values) => values.length < least);
  const used = small.length >= LEAST_GROUPS ? several : several.filter((v) => v.length >= least);
  if (used.length < LEAST_GROUPS) return seal(hidden("hidden-few-raters"));
  let squares = 0;
  let raters = 0;
  for (const values of used) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    for (const value of values) squares += (value - mean) ** 2;
    raters += values.length;
  }
  const sd = Math.sqrt(squares / (raters - used.length));
  return seal({ shown: true, sd: roundTo(sd, policy.precision), groups: used.length, raters });
}
