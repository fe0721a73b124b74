import { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { participantOfReport } from "~/features/reports/index.server.ts";
import { stateAfter } from "~/features/rounds/domain/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockParticipant } from "../cycle/participant-store.server.ts";
import { mayReleaseReport } from "../policy.ts";
import { releaseAbout } from "./releasing.server.ts";

export const releaseReportInput = z.object({ report: z.uuid() });

/**
 * A coach lets a participant read their report, and the participant is told. To everyone else there is no such report.
 */
export function releaseReport(
  platform: Platform,
  actor: Actor,
  reportId: string,
): Promise<Outcome<void, "unknown" | "not-closed" | "released-already">> {
  return inOrganisation(platform, actor, async (tx) => {
    const report = isId(reportId) ? await participantOfReport(tx, actor, reportId) : null;
    const found = report && (await lockParticipant(tx, actor, report.participantId));
    if (!found) return refuse("unknown");
    const { participant, cycle } = found;
    const facts = {
      releaseMode: cycle.releaseMode,
      coachPersonId: participant.coachId,
      participantPersonId: participant.personId,
    };
    if (!mayReleaseReport(actor, facts)) return refuse("unknown");
    if (cycle.state === "released") return refuse("released-already");
    if (!stateAfter(cycle.state, "release")) return refuse("not-closed");
    const { released } = await releaseAbout(platform, tx, cycle, [participant]);
    if (released === 0) return refuse("released-already");
    await recordAudit(platform, tx, actor, {
      action: "report.released",
      subjectKind: "report",
      subjectId: reportId,
    });
    return { ok: true };
  });
}
