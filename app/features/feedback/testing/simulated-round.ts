import { standardPolicy } from "@twohats/disclosure";
import { marginalsOfRound } from "../domain/marginals.ts";
import { poolSpreads } from "../domain/pooled-spreads.ts";
import { fitRaterModel, modelledFigures } from "../domain/rater-model.ts";
import type { ReportContent } from "../domain/report-content.ts";
import { scoreParticipant } from "../domain/score-participant.ts";
import type { LastTime } from "../domain/since-last-time.ts";
import { seeded } from "./seeded.ts";
import {
  type RoundSettings,
  simulatedAnswers,
  simulatedMeasure,
  type Truth,
  trueAmounts,
} from "./simulated-answers.ts";

/** A round of ratings with these amounts behind them, scored as the product does. */
export function simulatedRound(
  settings: RoundSettings,
  amounts: readonly (readonly number[])[] = trueAmounts(settings),
  before: readonly LastTime[] = [],
): { content: ReportContent; truth: Truth }[] {
  const { responses, truths } = simulatedAnswers(settings, amounts);
  const models = modelledFigures(simulatedMeasure).flatMap(
    (figure) => fitRaterModel(figure, responses, standardPolicy) ?? [],
  );
  const spreads = poolSpreads(simulatedMeasure, responses, standardPolicy);
  const marginals = marginalsOfRound(simulatedMeasure, responses);
  const byParticipant = Map.groupBy(responses, (response) => response.participantId);
  return truths.map((truth, participant) => {
    const id = `p${participant}`;
    const own = byParticipant.get(id) ?? [];
    const content = scoreParticipant({
      measure: simulatedMeasure,
      responses: own,
      asked: [...new Set(own.map((each) => each.relationship))],
      comments: [],
      spreads,
      leniency: Object.fromEntries(models.map((model) => [model.figure, model.leniencyAbout(id)])),
      lastTime: before[participant] ?? null,
      marginals,
      chance: seeded(settings.seed * 1_000 + participant + 1),
      policy: standardPolicy,
      seed: id,
    });
    return { content, truth };
  });
}
