import {
  type Disclosed,
  type DisclosurePolicy,
  discloseVariances,
  type Variances,
} from "@twohats/disclosure";
import { type CrossedModel, fitCrossedModel, matrixOf } from "@twohats/psychometrics";
import {
  itemsOfCompetency,
  itemsOfHat,
  type Measure,
} from "~/features/questionnaires/domain/index.ts";
import { raterScore } from "./pooled-spreads.ts";
import type { RatedResponse } from "./rated-response.ts";

/** A hat or competency, fitted over a whole round. */
export type RaterModel = {
  figure: string;
  variances: Disclosed<Variances>;
  /** Whether raters link every participant to every other. */
  connected: boolean;
};

type Scored = { participantId: string; rater: string; relationship: string; value: number };

/** A hat or competency that has a figure of its own. */
export type RoundFigure = { id: string; kind: "hat" | "competency"; indexes: readonly number[] };

/** The figures that have a model of their own: hats, then competencies. */
export function modelledFigures(measure: Measure): RoundFigure[] {
  return [
    ...measure.hats.map(
      (id): RoundFigure => ({ id, kind: "hat", indexes: itemsOfHat(measure, id) }),
    ),
    ...measure.competencies.map(
      ({ id }): RoundFigure => ({
        id,
        kind: "competency",
        indexes: itemsOfCompetency(measure, id),
      }),
    ),
  ];
}

/**
 * Scores as relationship + participant + rater + residual (crossed random effects, REML): tells how lenient raters
 * are, once it is known whom they rated. Fitted on raters who count; self-ratings stay out. null where the round cannot
 * tell raters and participants apart.
 */
export function fitRaterModel(
  { id: figure, indexes }: Pick<RoundFigure, "id" | "indexes">,
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
  return {
    figure,
    variances: discloseVariances(round, policy),
    connected: model.connectedComponents === 1,
  };
}

/** Above so many scores the exact engines' uncertainties, which nothing here uses, would cost most of the time. */
const MANY = 2_000;

function fitted(scored: readonly Scored[], relationships: readonly string[]): CrossedModel | null {
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
  return model.ok && model.converged ? model : null;
}
