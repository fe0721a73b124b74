import type { Comment, DisclosurePolicy } from "@twohats/disclosure";
import { instrumentById } from "~/features/frameworks/index.server.ts";
import { recordAudit } from "~/features/identity/index.server.ts";
import { eraseMessagesAbout } from "~/features/notifications/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  endRequests,
  eraseKeyAndLinks,
  finishClosure,
  type KeptResponses,
  setScored,
  severResponses,
} from "./closure-store.server.ts";
import {
  type CycleRow,
  lockCycle,
  participantsOf,
  ratersOf,
  storedPolicy,
  updateCycle,
} from "./cycle-store.server.ts";
import { stateAfter } from "./domain/cycle.ts";
import type { Measure } from "./domain/measure.ts";
import { poolSpreads } from "./domain/pooled-spreads.ts";
import { scoreParticipant } from "./domain/score-participant.ts";
import { measureOf } from "./measure-of.ts";
import { insertReport, reportGroups } from "./report-store.server.ts";
import { type SubmittedResponse, submittedResponses } from "./response-store.server.ts";

type CyclePayload = { organisationId: string; cycleId: string };
type Scored = { measure: Measure; policy: DisclosurePolicy; responses: SubmittedResponse[] };

const PARTICIPANTS_PER_STEP = 25;

/**
 * Scores a closing cycle, freezes its reports, then cuts every tie between answers and raters. Works in steps that
 * each commit: stopped anywhere and run again it goes on where it was, and a finished one is left alone.
 */
export async function scoreCycle(
  platform: Platform,
  { organisationId, cycleId }: CyclePayload,
): Promise<void> {
  const scope = { organisationId };
  for (;;) {
    const left = await inOrganisation(platform, scope, (tx) =>
      scoreStep(platform, tx, scope, cycleId),
    );
    if (left === 0) return;
  }
}

/** One step. @returns how many participants are left, 0 when the cycle is closed. */
async function scoreStep(
  platform: Platform,
  tx: Tx,
  scope: { organisationId: string },
  cycleId: string,
): Promise<number> {
  const cycle = await lockCycle(tx, scope, cycleId);
  if (cycle?.state !== "closing") return 0;
  const participants = await participantsOf(tx, cycle);
  const done = new Set((await reportGroups(tx, cycle)).map((report) => report.participantId));
  const left = participants.filter((participant) => !done.has(participant.id));
  if (left.length > 0) {
    const now = left.slice(0, PARTICIPANTS_PER_STEP);
    await scoreSome(
      platform,
      tx,
      cycle,
      now.map((participant) => participant.id),
    );
    await setScored(tx, cycle, done.size + now.length);
    return left.length;
  }
  await sever(platform, tx, cycle);
  return 0;
}

async function scoreSome(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  participantIds: readonly string[],
): Promise<void> {
  const { measure, policy, responses } = await scoredMaterial(tx, cycle);
  const spreads = poolSpreads(measure, responses, policy);
  const raters = await ratersOf(tx, cycle);
  for (const participantId of participantIds) {
    const own = responses.filter((response) => response.participantId === participantId);
    const asked = new Set(
      raters
        .filter((rater) => rater.participantId === participantId)
        .map((rater) => rater.relationship),
    );
    const content = scoreParticipant({
      measure,
      policy,
      spreads,
      responses: own,
      asked: [...asked],
      comments: own.flatMap(commentsOf),
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
}

async function scoredMaterial(tx: Tx, cycle: CycleRow): Promise<Scored> {
  const content = await instrumentById(tx, cycle, cycle.instrumentId);
  if (!content) throw new Error("a cycle without its instrument");
  return {
    measure: measureOf(content.instrument, content.framework),
    policy: storedPolicy(cycle.disclosurePolicy),
    responses: await submittedResponses(tx, cycle),
  };
}

function commentsOf({ relationship, comments }: SubmittedResponse): Comment[] {
  return Object.entries(comments).flatMap(([question, text]) => {
    const trimmed = text?.trim() ?? "";
    return trimmed === "" ? [] : [{ relationship, question, text: trimmed }];
  });
}

async function sever(platform: Platform, tx: Tx, cycle: CycleRow): Promise<void> {
  const state = stateAfter(cycle.state, "finish-scoring");
  if (!state) throw new Error("a cycle that is not closing cannot be severed");
  const kept = (await reportGroups(tx, cycle)).flatMap(
    ({ participantId, groups }): KeptResponses[] =>
      groups.flatMap((group) =>
        group.relationships.map((relationship) => ({
          participantId,
          relationship,
          keptAs: group.id,
        })),
      ),
  );
  await severResponses(tx, cycle, kept);
  await eraseKeyAndLinks(tx, cycle);
  await eraseMessagesAbout(tx, cycle.id);
  await endRequests(tx, cycle);
  await finishClosure(tx, cycle, platform.clock.now());
  await updateCycle(tx, cycle, { state });
  await recordAudit(
    platform,
    tx,
    { organisationId: cycle.organisationId, accountId: null },
    {
      action: "cycle.severed",
      subjectKind: "cycle",
      subjectId: cycle.id,
    },
  );
}
