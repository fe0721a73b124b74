import { standardPolicy } from "@twohats/disclosure";
import { adjustRound, type ShownRound } from "../domain/complete-reports.ts";
import { marginalsOfRound } from "../domain/marginals.ts";
import { poolSpreads, raterScore } from "../domain/pooled-spreads.ts";
import type { RatedResponse } from "../domain/rated-response.ts";
import { modelledFigures, type RoundFigure } from "../domain/rater-model.ts";
import { scoreParticipant } from "../domain/score-participant.ts";
import { ratersBy } from "./raters-by.ts";
import { seeded } from "./seeded.ts";
import {
  type RoundSettings,
  simulatedAnswers,
  simulatedMeasure,
  trueAmounts,
} from "./simulated-answers.ts";

/** How many of two raters' answers an attacker puts to the right one, out of `of`; half by chance. */
export type Told = {
  of: number;
  /** From what reports show without adjusted means, and with them, in all their decimals. */
  figures: number;
  adjusted: number;
  /**
   * With means adjusted by how lenient raters were towards others, from single answers and in all decimals: an idea
   * given up.
   */
  leaveOneOut: number;
};

type Published = Record<keyof Omit<Told, "of">, string>;

/**
 * Whoever has all reports of a round and knows who rated whom asks which of two raters of one participant gave which
 * answers. The attacker knows every other answer, works out what would have been published in both cases, and compares;
 * where both look the same, half of the guesses are right.
 */
export function tellApart(settings: RoundSettings, pairs: number): Told {
  const { responses } = simulatedAnswers(settings, trueAmounts(settings));
  const [figure] = modelledFigures(simulatedMeasure);
  if (!figure) throw new Error("The made-up questionnaire has no hats.");
  const publish = publisher(responses, figure);
  const random = seeded(settings.seed + 77);
  const truth = publish(responses);
  const told = { figures: 0, adjusted: 0, leaveOneOut: 0 };
  for (let pair = 0; pair < pairs; pair++) {
    const other = publish(swapped(responses, random));
    for (const kind of Object.keys(told) as (keyof Published)[])
      told[kind] += truth[kind] === other[kind] ? 0.5 : 1;
  }
  return { of: pairs, ...told };
}

/** The same round with the answers of two raters of one group exchanged. */
function swapped(responses: readonly RatedResponse[], random: () => number): RatedResponse[] {
  const groups = Map.groupBy(responses, (each) => `${each.participantId} ${each.relationship}`);
  const large = [...groups.values()].filter((group) => group.length >= 3);
  const group = large[Math.floor(random() * large.length)] ?? [];
  const [first, second] = group.toSorted(() => random() - 0.5);
  return responses.map((each) => {
    const from = each === first ? second : each === second ? first : each;
    return { ...each, ratings: from?.ratings ?? each.ratings };
  });
}

/** What all answers of a round come to together. */
function wholeOf(all: readonly RatedResponse[]) {
  return {
    spreads: poolSpreads(simulatedMeasure, all, standardPolicy),
    marginals: marginalsOfRound(simulatedMeasure, all),
  };
}

/** A report of one participant, its draws being what they are whatever the answers. */
function scored(id: string, rated: readonly RatedResponse[], whole: ReturnType<typeof wholeOf>) {
  return scoreParticipant({
    measure: simulatedMeasure,
    responses: rated,
    asked: [...new Set(rated.map(({ relationship }) => relationship))].sort(),
    comments: [],
    ...whole,
    chance: seeded([...id].reduce((sum, letter) => 31 * sum + letter.charCodeAt(0), 7)),
    policy: standardPolicy,
    seed: id,
  });
}

/** What would be published of a round with these answers, the raters being known. */
function publisher(responses: readonly RatedResponse[], figure: RoundFigure) {
  const byParticipant = Map.groupBy(responses, (each) => each.participantId);
  const ratersOf = (id: string) => ratersBy(byParticipant.get(id) ?? []);
  return (answers: readonly RatedResponse[]): Published => {
    const own = Map.groupBy(answers, (each) => each.participantId);
    const whole = wholeOf(answers);
    const report = ([id, rated]: [string, RatedResponse[]]) => [id, scored(id, rated, whole)];
    const reports = Object.fromEntries([...own].map(report));
    const { spreads } = whole;
    const round: ShownRound = { measure: simulatedMeasure, reports, stored: {}, spreads };
    const adjusted = adjustRound(round, ratersOf, figure);
    return {
      figures: JSON.stringify(Object.entries(reports).toSorted()),
      adjusted: JSON.stringify(Object.entries(adjusted).toSorted()),
      leaveOneOut: JSON.stringify(leaveOneOut(answers, figure)),
    };
  };
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function leaveOneOut(responses: readonly RatedResponse[], { indexes }: RoundFigure): string[] {
  const scored = responses.flatMap(({ participantId, rater, relationship, ratings }) => {
    const value = raterScore(ratings, indexes);
    return value === null || relationship === "self" ? [] : [{ participantId, rater, value }];
  });
  const byParticipant = Map.groupBy(scored, (each) => each.participantId);
  const byRater = Map.groupBy(scored, (each) => each.rater);
  const plain = new Map(
    [...byParticipant].map(([id, own]) => [id, meanOf(own.map(({ value }) => value))]),
  );
  return [...byParticipant].map(([id, own]) => {
    const lenient = own.map(({ rater }) => {
      const elsewhere = (byRater.get(rater) ?? []).filter((each) => each.participantId !== id);
      if (elsewhere.length === 0) return 0;
      return meanOf(elsewhere.map((each) => each.value - (plain.get(each.participantId) ?? 0)));
    });
    // Sums of the same numbers in another order differ in the last decimals.
    return ((plain.get(id) ?? 0) - meanOf(lenient)).toFixed(9);
  });
}
