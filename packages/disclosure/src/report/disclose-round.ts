import { checkPolicy } from "../check-policy.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import { LEAST_GROUPS } from "../least-groups.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { type Hidden, hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";

/** Numbers about a questionnaire, worked out from a whole round. */
export type RoundNumbers = Readonly<Record<string, number | null>>;

/** How many groups and responses such numbers rest on. */
export type RoundSize = { readonly groups: number; readonly responses: number };

export type RoundFigure<Numbers extends RoundNumbers> =
  | { readonly shown: true; readonly numbers: Numbers }
  | Hidden;

/** Below this a coefficient of a whole round is known too badly to be worth the risk. */
const LEAST_RESPONSES = 100;
const DECIMALS = 2;

/**
 * Numbers of a whole round that are about the questionnaire and nobody in it: how reliable a scale is, how an item goes
 * with the others. Needs 20 groups and 100 responses, and is rounded to two decimals. Not for means: these are about
 * people.
 */
export function discloseRound<Numbers extends RoundNumbers>(
  { groups, responses }: RoundSize,
  numbers: Numbers,
  policy: DisclosurePolicy,
): Disclosed<RoundFigure<Numbers>> {
  checkPolicy(policy);
  if (groups < LEAST_GROUPS || responses < LEAST_RESPONSES)
    return seal(hidden("hidden-few-raters"));
  const rounded = Object.entries(numbers).map(([name, value]) => [
    name,
    value === null ? null : roundTo(value, DECIMALS),
  ]);
  return seal({ shown: true, numbers: Object.fromEntries(rounded) as Numbers });
}
