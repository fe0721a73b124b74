import { standardPolicy } from "@twohats/disclosure";
import {
  adjustRound,
  changesInRound,
  completeReport,
  type LastTimes,
  type ShownRound,
} from "../domain/complete-reports.ts";
import { marginalsOfRound } from "../domain/marginals.ts";
import { poolSpreads } from "../domain/pooled-spreads.ts";
import type { RatedResponse } from "../domain/rated-response.ts";
import { modelledFigures } from "../domain/rater-model.ts";
import type { ReportContent } from "../domain/report-content.ts";
import { scoreParticipant } from "../domain/score-participant.ts";
import type { LastTime } from "../domain/since-last-time.ts";
import { finish } from "./finish.ts";
import { ratersBy } from "./raters-by.ts";
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
  const contents = scoredRound(responses, {
    ...settings,
    lastTimes: new Map(before.map((last, participant) => [`p${participant}`, last])),
  });
  return truths.flatMap((truth, participant) => {
    const content = contents.get(`p${participant}`);
    return content ? [{ content, truth }] : [];
  });
}

/** Reports of a round, by participant id: the product's own functions in the order in which closing calls them. */
export function scoredRound(
  responses: readonly RatedResponse[],
  {
    seed,
    lastTimes,
    predicted = true,
  }: Pick<RoundSettings, "seed" | "predicted"> & { lastTimes: LastTimes },
): Map<string, ReportContent> {
  const measure = simulatedMeasure;
  const spreads = poolSpreads(measure, responses, standardPolicy);
  const marginals = marginalsOfRound(measure, responses);
  const byParticipant = Map.groupBy(responses, (response) => response.participantId);
  const reports = Object.fromEntries(
    [...byParticipant].map(([id, own], at) => [
      id,
      scoreParticipant({
        measure,
        responses: own,
        asked: [...new Set(own.map((each) => each.relationship))],
        comments: [],
        spreads,
        marginals,
        chance: seeded(seed * 1_000 + at + 1),
        policy: standardPolicy,
        seed: id,
      }),
    ]),
  );
  const figures = predicted ? modelledFigures(measure) : [];
  const round: ShownRound = { measure, reports, stored: {}, spreads };
  const ratersOf = (id: string) => ratersBy(byParticipant.get(id) ?? []);
  const adjusted = Object.fromEntries(
    figures.map((figure) => [figure.id, adjustRound(round, ratersOf, figure)]),
  );
  const changes = finish(changesInRound(round, lastTimes));
  return new Map(
    Object.entries(reports).map(([participantId, own]) => [
      participantId,
      completeReport(
        own,
        { measure, spreads, adjusted, changes },
        { participantId, lastTime: lastTimes.get(participantId) ?? null },
      ),
    ]),
  );
}
