import { standardPolicy } from "@twohats/disclosure";
import { normalCdf } from "@twohats/psychometrics";
import { marginalsOfRound } from "../domain/marginals.ts";
import type { Measure } from "../domain/measure.ts";
import { poolSpreads } from "../domain/pooled-spreads.ts";
import { fitRaterModel, modelledFigures, type RatedResponse } from "../domain/rater-model.ts";
import type { ReportContent } from "../domain/report-content.ts";
import { scoreParticipant } from "../domain/score-participant.ts";
import type { LastTime } from "../domain/since-last-time.ts";
import { seeded } from "./large-cycle.ts";

const scale = { low: -2, high: 2, centre: 0 };
const COMPETENCIES = 12;
const ITEMS_EACH = 4;

export const simulatedMeasure: Measure = {
  items: Array.from({ length: COMPETENCIES * ITEMS_EACH }, (_, at) => ({
    id: `item-${at}`,
    competency: `competency-${Math.floor(at / ITEMS_EACH)}`,
    scale,
  })),
  competencies: Array.from({ length: COMPETENCIES }, (_, at) => ({
    id: `competency-${at}`,
    hat: at % 2 === 0 ? "managing" : "leading",
  })),
  hats: ["managing", "leading"],
  questions: [],
};

/** What all possible raters would say on average about each competency of a participant, and what the participant says. */
export type Truth = { competencies: number[]; hats: [number, number] };

const LENIENCY = 0.3;
const NOISE = 0.7;

/** The mean of a normal amount once it is rounded to the scale's points and cut off at its ends. */
function meanRating(amount: number): number {
  const sd = Math.hypot(LENIENCY, NOISE);
  let mean = scale.high;
  for (let point = scale.low; point < scale.high; point += 1)
    mean -= normalCdf((point + 0.5 - amount) / sd);
  return mean;
}

type Settings = { participants: number; raters: number; seed: number };

/** Normal deviates from a seed (Box and Muller 1958). */
export function normals(seed: number): () => number {
  const random = seeded(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** True amounts by participant and competency: some right, some off to either side. */
export function trueAmounts({ participants, seed }: Settings): number[][] {
  const normal = normals(seed);
  return Array.from({ length: participants }, () => {
    const hats = [0.5 * normal(), 0.5 * normal()];
    return Array.from({ length: COMPETENCIES }, (_, at) => (hats[at % 2] ?? 0) + 0.5 * normal());
  });
}

/** A round of ratings with these amounts behind them, scored as the product does. Each rater rates several. */
export function simulatedRound(
  settings: Settings,
  amounts: readonly (readonly number[])[] = trueAmounts(settings),
  before: readonly LastTime[] = [],
): { content: ReportContent; truth: Truth }[] {
  const { participants, raters, seed } = settings;
  const random = seeded(seed + 1);
  const normal = normals(seed + 2);
  const leniency = Array.from({ length: participants }, () => LENIENCY * normal());
  const rate = (amount: number, lenient: number) => {
    const said = Math.round(amount + lenient + NOISE * normal());
    return Math.max(scale.low, Math.min(scale.high, said));
  };
  const responses = amounts.flatMap((own, participant) => {
    const pool = leniency
      .map((lenient, at) => ({ lenient, at, by: random() }))
      .filter(({ at }) => at !== participant)
      .toSorted((a, b) => a.by - b.by)
      .slice(0, raters);
    return [{ lenient: 0, at: participant }, ...pool].map(
      ({ lenient, at }, index): RatedResponse => ({
        participantId: `p${participant}`,
        rater: `r${at}`,
        relationship: index === 0 ? "self" : index % 2 === 0 ? "peer" : "direct_report",
        counts: true,
        ratings: simulatedMeasure.items.map((_, item) =>
          rate(own[Math.floor(item / ITEMS_EACH)] ?? 0, lenient),
        ),
      }),
    );
  });
  const models = modelledFigures(simulatedMeasure).flatMap(
    (figure) => fitRaterModel(figure, responses, standardPolicy) ?? [],
  );
  const spreads = poolSpreads(simulatedMeasure, responses, standardPolicy);
  const marginals = marginalsOfRound(simulatedMeasure, responses);
  const byParticipant = Map.groupBy(responses, (response) => response.participantId);
  return amounts.map((own, participant) => {
    const id = `p${participant}`;
    const content = scoreParticipant({
      measure: simulatedMeasure,
      responses: byParticipant.get(id) ?? [],
      asked: ["self", "peer", "direct_report"],
      comments: [],
      spreads,
      leniency: Object.fromEntries(models.map((model) => [model.figure, model.leniencyAbout(id)])),
      lastTime: before[participant] ?? null,
      marginals,
      chance: seeded(participant + 1),
      policy: standardPolicy,
      seed: id,
    });
    const competencies = own.map(meanRating);
    const hat = (parity: number) => {
      const parts = competencies.filter((_, at) => at % 2 === parity);
      return parts.reduce((sum, part) => sum + part, 0) / parts.length;
    };
    return { content, truth: { competencies, hats: [hat(0), hat(1)] } };
  });
}
