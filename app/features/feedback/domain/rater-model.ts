import {
  type Disclosed,
  type DisclosurePolicy,
  discloseLeniency,
  discloseVariances,
  type Leniency,
  type Variances,
} from "@twohats/disclosure";
import { type CrossedModel, fitCrossedModel, matrixOf } from "@twohats/psychometrics";
import { itemsOfCompetency, itemsOfHat, type Measure } from "./measure.ts";
import { raterScore, type ScoredResponse } from "./pooled-spreads.ts";

/** One response as the rater model sees it: which others are by the same rater, but not whose. */
export type RatedResponse = ScoredResponse & { rater: string };

/** A hat or competency, fitted over a whole round. */
export type RaterModel = {
  figure: string;
  variances: Disclosed<Variances>;
  /** Whether raters link every participant to every other. */
  connected: boolean;
  /** The mean leniency of the raters of one participant who count, judged by what they said about others; by the policy that holds for them, the round's unless given. */
  leniencyAbout(participantId: string, policy?: DisclosurePolicy): Disclosed<Leniency>;
};

type Scored = { participantId: string; rater: string; relationship: string; value: number };

/** The figures that have a model of their own: hats, then competencies. */
export function modelledFigures(measure: Measure): { figure: string; indexes: number[] }[] {
  return [
    ...measure.hats.map((hat) => ({ figure: hat, indexes: itemsOfHat(measure, hat) })),
    ...measure.competencies.map(({ id }) => ({
      figure: id,
      indexes: itemsOfCompetency(measure, id),
    })),
  ];
}

/**
 * Scores as relationship + participant + rater + residual (crossed random effects, REML): tells how lenient raters
 * are, once it is known whom they rated. Fitted on raters who count; self-ratings stay out. null where the round cannot tell raters and participants apart.
 */
export function fitRaterModel(
  { figure, indexes }: { figure: string; indexes: readonly number[] },
  responses: readonly RatedResponse[],
  policy: DisclosurePolicy,
): RaterModel | null {
  const others = responses.filter(({ relationship, counts }) => relationship !== "self" && counts);
  const scored = others.flatMap(({ participantId, rater, relationship, ratings }): Scored[] => {
    const value = raterScore(ratings, indexes);
    return value === null ? [] : [{ participantId, rater, relationship, value }];
  });
  const relationships = [...new Set(scored.map((each) => each.relationship))].sort();
  const model = fitted(scored, relationships) ?? fitted(scored, []);
  if (!model) return null;
  const { ratee, rater, residual } = model.components;
  const round = {
    participants: model.ratees.length,
    raters: model.raters.length,
    ratings: model.n,
    participantVariance: ratee.variance,
    raterVariance: rater.variance,
    residualVariance: residual.variance,
  };
  const leniencies = leniencyByParticipant(scored, model);
  return {
    figure,
    variances: discloseVariances(round, policy),
    connected: model.connectedComponents === 1,
    leniencyAbout: (participantId, own = policy) =>
      discloseLeniency(leniencies(participantId), own),
  };
}

/** Above so many scores the exact engines' uncertainties, which nothing here uses, would cost most of the time. */
const MANY = 2_000;

type Fitted = CrossedModel & { expected: (row: Scored) => number };

function fitted(scored: readonly Scored[], relationships: readonly string[]): Fitted | null {
  // The first is what the others are compared with.
  const [, ...compared] = relationships;
  const model = fitCrossedModel(
    {
      values: scored.map((each) => each.value),
      ratee: scored.map((each) => each.participantId),
      rater: scored.map((each) => each.rater),
      ...(compared.length > 0 && {
        fixed: matrixOf(
          scored.map((each) => compared.map((name) => (each.relationship === name ? 1 : 0))),
        ),
      }),
    },
    scored.length > MANY ? { engine: "iterative" } : {},
  );
  if (!model.ok || !model.converged) return null;
  const effects = new Map(model.ratees.map(({ id, effect }) => [id, effect]));
  const [intercept, ...slopes] = model.fixed.map(({ estimate }) => estimate);
  const shift = new Map(compared.map((name, index) => [name, slopes[index] ?? 0]));
  const expected = ({ participantId, relationship }: Scored) =>
    (intercept ?? 0) + (shift.get(relationship) ?? 0) + (effects.get(participantId) ?? 0);
  return { ...model, expected };
}

/**
 * For each rater of a participant the predicted rater effect (best linear unbiased prediction, Henderson 1975,
 * participants' effects taken as known) from their ratings of others alone; null for raters of nobody else.
 */
function leniencyByParticipant(scored: readonly Scored[], model: Fitted) {
  const { rater, residual } = model.components;
  const sums = new Map<string, { sum: number; n: number }>();
  const left = scored.map((row) => ({ ...row, residual: row.value - model.expected(row) }));
  for (const row of left) {
    const own = sums.get(row.rater) ?? { sum: 0, n: 0 };
    sums.set(row.rater, { sum: own.sum + row.residual, n: own.n + 1 });
  }
  const rows = Map.groupBy(left, (row) => row.participantId);
  return (participantId: string): (number | null)[] =>
    (rows.get(participantId) ?? []).map((row) => {
      const all = sums.get(row.rater) ?? { sum: 0, n: 0 };
      const n = all.n - 1;
      if (n < 1) return null;
      if (rater.variance === 0) return 0;
      const trust = rater.variance / (rater.variance + residual.variance / n);
      return (trust * (all.sum - row.residual)) / n;
    });
}
