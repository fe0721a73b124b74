import { checkPolicy } from "../check-policy.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import { LEAST_GROUPS } from "../least-groups.ts";
import type { DisclosurePolicy } from "../policy.ts";
import { type Hidden, hidden } from "../reason.ts";
import { roundTo } from "../round-to.ts";

/**
 * How many took part in a round, and how far participants, raters and single ratings differ, in squared scale points.
 */
export type RoundVariances = {
  readonly participants: number;
  readonly raters: number;
  readonly ratings: number;
  readonly participantVariance: number;
  readonly raterVariance: number;
  readonly residualVariance: number;
};

export type Variances = ({ readonly shown: true } & RoundVariances) | Hidden;

const DECIMALS = 3;

/**
 * The variance components of a whole round, fitted on raters who count. Needs 20 participants and raters, and twice as
 * many ratings as participants: below that they are little more than somebody's answers.
 */
export function discloseVariances(
  round: RoundVariances,
  policy: DisclosurePolicy,
): Disclosed<Variances> {
  checkPolicy(policy);
  const few =
    round.participants < LEAST_GROUPS ||
    round.raters < LEAST_GROUPS ||
    round.ratings < 2 * round.participants;
  if (few) return seal(hidden("hidden-few-raters"));
  return seal({
    shown: true,
    participants: round.participants,
    raters: round.raters,
    ratings: round.ratings,
    participantVariance: roundTo(round.participantVariance, DECIMALS),
    raterVariance: roundTo(round.raterVariance, DECIMALS),
    residualVariance: roundTo(round.residualVariance, DECIMALS),
  });
}
