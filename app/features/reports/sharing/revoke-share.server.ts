import type { Actor } from "~/features/identity/index.ts";
import { takeReadingBack, todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { grantedReport } from "../report/granted-report.ts";
import { reportView } from "../report/report-reads.server.ts";
import { coachOf } from "./named-coach-reads.server.ts";

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
    const owner = { ...actor, personId: view.participantPersonId };
    const thing = grantedReport(reportId);
    if (grantId !== NAMED_COACH) return takeReadingBack(platform, tx, owner, thing, { grantId });
    const coach = await coachOf(tx, actor, reportId);
    if (!coach) return refuse("unknown");
    return takeReadingBack(platform, tx, owner, thing, { fromPerson: coach.personId });
  });
}
