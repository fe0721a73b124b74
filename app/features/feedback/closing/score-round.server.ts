import { setImmediate as nextTurn } from "node:timers/promises";
import type { Comment, Disclosed, DisclosurePolicy } from "@twohats/disclosure";
import type { Measure } from "~/features/questionnaires/domain/index.ts";
import {
  type Adjusted,
  adjustRound,
  changesInRound,
  completeReport,
  fitRaterModel,
  type InstrumentQuality,
  instrumentQuality,
  type LastTime,
  marginalsOfRound,
  modelledFigures,
  type OwnFigures,
  poolSpreads,
  type RatedResponse,
  type RaterModel,
  type ReportContent,
  scoreParticipant,
} from "~/features/reports/domain/index.ts";
import { type ListShape, policyForList } from "~/features/rounds/domain/index.ts";
import type { SubmittedResponse } from "~/features/rounds/unsafe-answers.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";

/** One rater's answers, as scoring sees them. */
export type GivenResponse = RatedResponse & Pick<SubmittedResponse, "language" | "comments">;

/** Everything a round's scores rest on. */
export type Material = {
  cycle: CycleRow;
  measure: Measure;
  policy: DisclosurePolicy;
  responses: GivenResponse[];
  /** Participants without a report yet, and how many there are in all. */
  left: string[];
  total: number;
  /** Reports that were stored before scoring was stopped. */
  stored: ReadonlyMap<string, ReportContent>;
  /** Who was asked under which relationship, and whose the list is, by participant. */
  asked: Map<string, ReadonlyMap<string, readonly string[]>>;
  lists: Map<string, ListShape>;
  lastTimes: Map<string, LastTime>;
};

export type ScoredRound = {
  models: RaterModel[];
  quality: Disclosed<InstrumentQuality>;
  /** The whole report of one of the participants who were left. */
  reportOf: (participantId: string) => Disclosed<ReportContent>;
};

/** Figures of so many participants are decided before others have their turn. */
const AT_ONCE = 25;

/**
 * Scores a round in memory: what holds for the whole of it, then each participant's own figures, then what all of those
 * together say of each. In small steps, so that pages are served in between. `chance` is drawn once for each
 * participant who is left.
 */
export async function scoreRound(material: Material, chance: () => number): Promise<ScoredRound> {
  const { measure, policy, responses, lastTimes } = material;
  const models = await fitModels(measure, responses, policy);
  const spreads = poolSpreads(measure, responses, policy);
  const byParticipant = Map.groupBy(responses, (response) => response.participantId);
  const round = {
    measure,
    spreads,
    stored: Object.fromEntries(material.stored),
    reports: await ownFigures(material, byParticipant, { spreads, chance }),
  };
  // Who was asked, not who answered: a prediction must not tell who kept silent.
  const askedAbout = (id: string) => material.asked.get(id) ?? new Map<string, readonly string[]>();
  const adjusted: Record<string, Disclosed<Record<string, Adjusted>>> = {};
  for (const figure of modelledFigures(measure)) {
    adjusted[figure.id] = adjustRound(round, askedAbout, figure);
    await nextTurn();
  }
  const changes = await inTurns(changesInRound(round, lastTimes));
  return {
    models,
    quality: instrumentQuality(measure, responses, policy),
    reportOf: (participantId) => {
      const own = round.reports[participantId];
      if (!own) throw new Error("a participant who was not scored");
      const lastTime = lastTimes.get(participantId) ?? null;
      return completeReport(
        own,
        { measure, spreads, adjusted, changes },
        { participantId, lastTime },
      );
    },
  };
}

/** Work in steps, with a turn for others after each. */
async function inTurns<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}

/** One figure at a time. */
async function fitModels(
  measure: Measure,
  responses: readonly GivenResponse[],
  policy: DisclosurePolicy,
): Promise<RaterModel[]> {
  const models: RaterModel[] = [];
  for (const figure of modelledFigures(measure)) {
    const model = fitRaterModel(figure, responses, policy);
    if (model) models.push(model);
    await nextTurn();
  }
  return models;
}

async function ownFigures(
  { measure, policy, responses, left, asked, lists }: Material,
  byParticipant: ReadonlyMap<string, readonly GivenResponse[]>,
  { spreads, chance }: Pick<Parameters<typeof scoreParticipant>[0], "spreads" | "chance">,
): Promise<Record<string, Disclosed<OwnFigures>>> {
  const marginals = marginalsOfRound(measure, responses);
  const figures: Record<string, Disclosed<OwnFigures>> = {};
  for (const [at, participantId] of left.entries()) {
    const list = lists.get(participantId);
    if (!list) throw new Error("a participant without a list");
    const own = byParticipant.get(participantId) ?? [];
    figures[participantId] = scoreParticipant({
      measure,
      policy: policyForList(policy, list),
      spreads,
      marginals,
      chance,
      responses: own,
      asked: [...(asked.get(participantId)?.keys() ?? [])],
      comments: own.flatMap(commentsOf),
      seed: participantId,
    });
    if (at % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
  return figures;
}

function commentsOf({ relationship, counts, comments }: GivenResponse): Comment[] {
  return Object.entries(comments).flatMap(([question, text]) => {
    const trimmed = text?.trim() ?? "";
    return trimmed === "" ? [] : [{ relationship, question, text: trimmed, counts }];
  });
}
