import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { endGrant, insertGrant } from "../report/report-grant-store.server.ts";
import { reportView } from "../report/report-reads.server.ts";
import { coachOf } from "./grant-reads.server.ts";

/** The coach HR named has no grant of their own to end. */
export const NAMED_COACH = "coach";

/**
 * Takes back what the participant shared, or their named coach's access. From then on it looks as if there were no
 * report.
 */
export function revokeShare(
  platform: Platform,
  actor: Actor,
  reportId: string,
  grantId: string,
): Promise<Outcome<void, "unknown">> {
  return inOrganisation(platform, actor, async (tx): Promise<Outcome<void, "unknown">> => {
    const today = await todayWhere(platform, tx, actor);
    const view = await reportView(tx, actor, reportId, today);
    if (view?.reader.reader !== "participant") return refuse("unknown");
    const now = platform.clock.now();
    if (grantId === NAMED_COACH) {
      const coach = await coachOf(tx, actor, reportId);
      if (!coach) return refuse("unknown");
      const { organisationId } = actor;
      const ended = { reader: "coach", grantedAt: now, revokedAt: now, endsOn: today };
      await insertGrant(tx, {
        organisationId,
        id: newId(),
        reportId,
        personId: coach.personId,
        sections: [],
        ...ended,
      });
    } else if (!(await endGrant(tx, actor, { reportId, grantId, revokedAt: now })))
      return refuse("unknown");
    await recordAudit(platform, tx, actor, {
      action: "report.share-revoked",
      subjectKind: "report",
      subjectId: reportId,
    });
    return { ok: true };
  });
}
