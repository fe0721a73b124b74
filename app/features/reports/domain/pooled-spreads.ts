import {
  bundle,
  type Disclosed,
  type DisclosurePolicy,
  disclosePooledSpread,
  type PooledSpread,
} from "@twohats/disclosure";
import {
  itemsOfCompetency,
  itemsOfHat,
  type Measure,
} from "~/features/questionnaires/domain/index.ts";
import type { ScoredResponse } from "./rated-response.ts";

/**
 * How much raters of the same participant differ, over the whole cycle. Intervals rest on it rather than on
 * three raters' own spread, which would be both unsafe and uninformative.
 * `within` keeps relationships apart; `across` takes all raters of a participant together (for "all raters").
 */
export type PooledSpreads = {
  competencies: Record<string, { within: PooledSpread; across: PooledSpread }>;
  hats: Record<string, { within: PooledSpread; across: PooledSpread }>;
  /** Of the sum of both hats' scores, across: gives their covariance for the ellipse. */
  sum: PooledSpread;
};

type Spreads = { within: Disclosed<PooledSpread>; across: Disclosed<PooledSpread> };

/** One rater's mean over some items; null when they could not say on more than half of them. */
export function raterScore(
  ratings: readonly (number | null)[],
  indexes: readonly number[],
): number | null {
  const given = indexes.flatMap((index) => ratings[index] ?? []);
  if (given.length === 0 || given.length * 2 < indexes.length) return null;
  return given.reduce((sum, value) => sum + value, 0) / given.length;
}

/** The pooled spreads of a cycle, from raters who count. Self-ratings stay out. */
export function poolSpreads(
  measure: Measure,
  responses: readonly ScoredResponse[],
  policy: DisclosurePolicy,
): Disclosed<PooledSpreads> {
  const others = responses.filter(({ relationship, counts }) => relationship !== "self" && counts);
  const spreadsOf = (score: (response: ScoredResponse) => number | null): Spreads => ({
    within: pooled(others, score, (each) => `${each.participantId} ${each.relationship}`, policy),
    across: pooled(others, score, (each) => each.participantId, policy),
  });
  const scoreOver = (indexes: readonly number[]) => (response: ScoredResponse) =>
    raterScore(response.ratings, indexes);
  const [across, up] = measure.hats.map((hat) => itemsOfHat(measure, hat));
  const sum = ({ ratings }: ScoredResponse) => {
    const first = raterScore(ratings, across ?? []);
    const second = raterScore(ratings, up ?? []);
    return first === null || second === null ? null : first + second;
  };
  return bundle({
    competencies: bundle(
      Object.fromEntries(
        measure.competencies.map(({ id }) => [
          id,
          bundle(spreadsOf(scoreOver(itemsOfCompetency(measure, id)))),
        ]),
      ),
    ),
    hats: bundle(
      Object.fromEntries(
        measure.hats.map((hat) => [hat, bundle(spreadsOf(scoreOver(itemsOfHat(measure, hat))))]),
      ),
    ),
    sum: spreadsOf(sum).across,
  });
}

function pooled(
  responses: readonly ScoredResponse[],
  score: (response: ScoredResponse) => number | null,
  groupOf: (response: ScoredResponse) => string,
  policy: DisclosurePolicy,
): Disclosed<PooledSpread> {
  const groups = new Map<string, number[]>();
  for (const response of responses) {
    const value = score(response);
    if (value === null) continue;
    const key = groupOf(response);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return disclosePooledSpread([...groups.values()], policy);
}
