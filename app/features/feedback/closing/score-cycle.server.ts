import { setImmediate as nextTurn } from "node:timers/promises";
import { instrumentById } from "~/features/questionnaires/index.server.ts";
import { measureOf } from "~/features/questionnaires/index.ts";
import { groupReport } from "~/features/reports/domain/index.ts";
import {
  groupMembers,
  insertGroupReport,
  insertInstrumentQuality,
  insertModels,
  insertReport,
  reportsSoFar,
} from "~/features/reports/index.server.ts";
import {
  beginScoring,
  keepStanding,
  ratersBehind,
  ratersWithOrigin,
  setScored,
  storedPolicy,
  storedShape,
} from "~/features/rounds/index.server.ts";
import { submittedResponses } from "~/features/rounds/unsafe-answers.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { lastTimes } from "./last-time.server.ts";
import { type Material, scoreRound } from "./score-round.server.ts";
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
  const round = await scoreRound(material, platform.chance);
  for (let start = 0; start < material.left.length; start += PARTICIPANTS_PER_STEP) {
    const step = material.left.slice(start, start + PARTICIPANTS_PER_STEP);
    const still = await inOrganisation(platform, scope, async (tx) => {
      const cycle = await lockCycle(tx, scope, cycleId);
      if (cycle?.state !== "closing") return false;
      for (const participantId of step)
        await insertReport(tx, {
          organisationId,
          cycleId,
          participantId,
          content: round.reportOf(participantId),
          createdAt: platform.clock.now(),
        });
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
    await insertGroupReport(tx, cycle, group.report, platform.clock.now());
    await keepStanding(tx, cycle, group.contributors, group.ledgers);
    await insertInstrumentQuality(tx, cycle, round.quality, platform.clock.now());
    await severCycle(platform, tx, cycle);
  });
}

/** Who was asked, by relationship. */
function peopleBy(raters: readonly { relationship: string; personId: string }[]) {
  const groups = Map.groupBy(raters, ({ relationship }) => relationship);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ personId }) => personId)]));
}

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
  const stored = await reportsSoFar(tx, cycle);
  const raters = (await ratersWithOrigin(tx, cycle))
    .filter((rater) => rater.asked)
    .map(({ subjectId: participantId, ...rater }) => ({ ...rater, participantId }));
  const behind = await ratersBehind(tx, cycle, platform.secret);
  const given = await submittedResponses(tx, cycle, behind);
  const asked = new Map(
    [...Map.groupBy(raters, ({ participantId }) => participantId)].map(([participantId, own]) => [
      participantId,
      peopleBy(own),
    ]),
  );
  return {
    cycle,
    measure: measureOf(content.instrument, content.framework),
    policy: storedPolicy(cycle.disclosurePolicy),
    responses: given.map(({ subjectId: participantId, ...each }) => ({ ...each, participantId })),
    left: participants.map((each) => each.id).filter((id) => !stored.has(id)),
    total: participants.length,
    stored,
    asked,
    lists: new Map(participants.map(({ id, list }) => [id, storedShape(list)])),
    lastTimes: await lastTimes(tx, cycle, content.framework.key, participants, raters),
  };
}
