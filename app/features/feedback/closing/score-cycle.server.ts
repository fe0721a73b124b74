import { setImmediate as nextTurn } from "node:timers/promises";
import type { Comment, Disclosed, DisclosurePolicy, Marginals } from "@twohats/disclosure";
import { instrumentById } from "~/features/frameworks/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { ratersBehind } from "../answering/raters-behind.server.ts";
import { type SubmittedResponse, submittedResponses } from "../answering/response-store.server.ts";
import {
  type CycleRow,
  lockCycle,
  participantsOf,
  storedPolicy,
  storedShape,
} from "../cycle/cycle-store.server.ts";
import { ratersWithOrigin } from "../cycle/rater-origin-reads.server.ts";
import { groupReport } from "../domain/group-report.ts";
import { type InstrumentQuality, instrumentQuality } from "../domain/instrument-quality.ts";
import { type ListShape, policyForList } from "../domain/list-shape.ts";
import { marginalsOfRound } from "../domain/marginals.ts";
import type { Measure } from "../domain/measure.ts";
import { type PooledSpreads, poolSpreads } from "../domain/pooled-spreads.ts";
import { fitRaterModel, modelledFigures, type RaterModel } from "../domain/rater-model.ts";
import { scoreParticipant } from "../domain/score-participant.ts";
import type { LastTime } from "../domain/since-last-time.ts";
import { insertGroupReport } from "../reports/group-report-store.server.ts";
import {
  groupMembers,
  insertReport,
  reportedParticipants,
} from "../reports/report-store.server.ts";
import { beginScoring, setScored } from "./closure-store.server.ts";
import { insertModels } from "./cycle-model-store.server.ts";
import { insertInstrumentQuality } from "./instrument-quality-store.server.ts";
import { lastTimes } from "./last-time.server.ts";
import { measureOf } from "./measure-of.ts";
import { severCycle } from "./sever-cycle.server.ts";

type CyclePayload = { organisationId: string; cycleId: string };

const PARTICIPANTS_PER_STEP = 25;

/**
 * Scores a closing cycle, freezes its reports, then cuts every tie between answers and raters. Reports are written in
 * steps that each commit: stopped anywhere and run again it goes on where it was, twice at once does no harm, and
 * a finished one is left alone.
 */
export async function scoreCycle(platform: Platform, payload: CyclePayload): Promise<void> {
  const { organisationId, cycleId } = payload;
  const scope = { organisationId };
  const material = await inOrganisation(platform, scope, (tx) =>
    loadMaterial(platform, tx, payload),
  );
  if (!material) return;
  const round = await fitRound(material);
  for (let start = 0; start < material.left.length; start += PARTICIPANTS_PER_STEP) {
    const step = material.left.slice(start, start + PARTICIPANTS_PER_STEP);
    const still = await inOrganisation(platform, scope, async (tx) => {
      const cycle = await lockCycle(tx, scope, cycleId);
      if (cycle?.state !== "closing") return false;
      for (const participantId of step)
        await scoreOne(platform, tx, { material, round, participantId });
      await setScored(tx, cycle, material.total - material.left.length + start + step.length);
      return true;
    });
    if (!still) return;
    await nextTurn();
  }
  await inOrganisation(platform, scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, cycleId);
    if (cycle?.state !== "closing") return;
    await insertModels(tx, cycle, round.models);
    const group = groupReport(await groupMembers(tx, cycle), material.policy);
    await insertGroupReport(tx, cycle, group, platform.clock.now());
    await insertInstrumentQuality(tx, cycle, round.quality, platform.clock.now());
    await severCycle(platform, tx, cycle);
  });
}

type Material = {
  cycle: CycleRow;
  measure: Measure;
  policy: DisclosurePolicy;
  responses: SubmittedResponse[];
  /** Participants without a report yet, and how many there are in all. */
  left: string[];
  total: number;
  /** Relationships asked about, and whose the list is, by participant. */
  asked: Map<string, Set<string>>;
  lists: Map<string, ListShape>;
  lastTimes: Map<string, LastTime>;
};

/** Everything a round's scores rest on; null when it is not to be scored, or not yet. */
async function loadMaterial(
  platform: Platform,
  tx: Tx,
  { organisationId, cycleId }: CyclePayload,
): Promise<Material | null> {
  const cycle = await lockCycle(tx, { organisationId }, cycleId);
  if (cycle?.state !== "closing") return null;
  if (!(await beginScoring(tx, cycle, platform.clock.now()))) return null;
  const content = await instrumentById(tx, cycle, cycle.instrumentId);
  if (!content) throw new Error("a cycle without its instrument");
  const participants = (await participantsOf(tx, cycle)).filter((each) => !each.withdrawn);
  const done = await reportedParticipants(tx, cycle);
  const raters = (await ratersWithOrigin(tx, cycle)).filter((rater) => rater.asked);
  const asked = new Map<string, Set<string>>();
  for (const { participantId, relationship } of raters)
    asked.set(participantId, (asked.get(participantId) ?? new Set()).add(relationship));
  return {
    cycle,
    measure: measureOf(content.instrument, content.framework),
    policy: storedPolicy(cycle.disclosurePolicy),
    responses: await submittedResponses(tx, cycle, await ratersBehind(tx, cycle, platform.secret)),
    left: participants.map((each) => each.id).filter((id) => !done.has(id)),
    total: participants.length,
    asked,
    lists: new Map(participants.map(({ id, list }) => [id, storedShape(list)])),
    lastTimes: await lastTimes(tx, cycle, content.framework.key, participants, raters),
  };
}

type Round = {
  marginals: Record<string, Marginals>;
  quality: Disclosed<InstrumentQuality>;
  spreads: Disclosed<PooledSpreads>;
  models: RaterModel[];
  responses: Map<string, SubmittedResponse[]>;
};

/** What holds for the whole round. One figure at a time, so that pages are served in between. */
async function fitRound({ measure, policy, responses }: Material): Promise<Round> {
  const models: RaterModel[] = [];
  for (const figure of modelledFigures(measure)) {
    const model = fitRaterModel(figure, responses, policy);
    if (model) models.push(model);
    await nextTurn();
  }
  return {
    marginals: marginalsOfRound(measure, responses),
    quality: instrumentQuality(measure, responses, policy),
    spreads: poolSpreads(measure, responses, policy),
    models,
    responses: Map.groupBy(responses, (response) => response.participantId),
  };
}

async function scoreOne(
  platform: Platform,
  tx: Tx,
  { material, round, participantId }: { material: Material; round: Round; participantId: string },
): Promise<void> {
  const { cycle, measure } = material;
  const list = material.lists.get(participantId);
  if (!list) throw new Error("a participant without a list");
  const policy = policyForList(material.policy, list);
  const responses = round.responses.get(participantId) ?? [];
  const content = scoreParticipant({
    measure,
    policy,
    spreads: round.spreads,
    marginals: round.marginals,
    chance: platform.chance,
    leniency: Object.fromEntries(
      round.models.map((model) => [model.figure, model.leniencyAbout(participantId, policy)]),
    ),
    responses,
    asked: [...(material.asked.get(participantId) ?? [])],
    comments: responses.flatMap(commentsOf),
    lastTime: material.lastTimes.get(participantId) ?? null,
    seed: participantId,
  });
  await insertReport(tx, {
    organisationId: cycle.organisationId,
    cycleId: cycle.id,
    participantId,
    content,
    createdAt: platform.clock.now(),
  });
}

function commentsOf({ relationship, counts, comments }: SubmittedResponse): Comment[] {
  return Object.entries(comments).flatMap(([question, text]) => {
    const trimmed = text?.trim() ?? "";
    return trimmed === "" ? [] : [{ relationship, question, text: trimmed, counts }];
  });
}
