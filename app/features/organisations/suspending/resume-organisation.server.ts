import { endSuspension, recordAudit } from "~/features/identity/index.server.ts";
import { type Missed, restMissedRounds } from "~/features/rounds/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayRunServer, type Operator } from "../policy.ts";

/**
 * Lets everybody into an organisation again. What came due meanwhile is not made up for: rounds whose last day passed
 * are paused and reports whose day passed wait, until HR decides. @returns how many of each.
 */
export async function resumeOrganisation(
  platform: Pick<Platform, "clock" | "database">,
  by: Operator & { organisationId: string },
): Promise<Outcome<Missed, "not-allowed" | "already">> {
  if (!mayRunServer(by)) return refuse("not-allowed");
  return inOrganisation(platform, by, async (tx) => {
    const since = await endSuspension(tx, by, platform.clock.now());
    if (since === null) return refuse("already");
    const missed = await restMissedRounds(platform, tx, by);
    await recordAudit(platform, tx, by, {
      action: "organisation.resumed",
      subjectKind: "organisation",
      subjectId: by.organisationId,
      detail: { ...missed },
    });
    return accept(missed);
  });
}
