import { checkPolicy } from "../check-policy.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { type Hidden, hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";

/** How lenient a participant's raters are on average, in scale points: above 0 they rate others higher than usual. */
export type Leniency = { readonly shown: true; readonly n: number; readonly mean: number } | Hidden;

const MOST_DECIMALS = 1;

/**
 * The mean leniency of the raters of one participant who count, for adjusting their mean. Each entry must rest on what a rater
 * said about _others_ alone: then it tells nothing of what they said about this participant. null where a
 * rater rated nobody else; those count as average. Needs `minimumForDistribution` raters who did, and is rounded to
 * a tenth, so that two participants who share all raters but one cannot work out that one's leniency.
 */
export function discloseLeniency(
  leniencies: readonly (number | null)[],
  policy: DisclosurePolicy,
): Disclosed<Leniency> {
  checkPolicy(policy);
  const known = leniencies.filter((each) => each !== null);
  if (known.length < policy.minimumForDistribution) return seal(hidden("hidden-few-raters"));
  const sum = known.reduce((total, each) => total + each, 0);
  const decimals = Math.min(MOST_DECIMALS, policy.precision);
  return seal({ shown: true, n: known.length, mean: roundTo(sum / leniencies.length, decimals) });
}
