import { recordAudit, resumedAt } from "~/features/identity/index.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";
import { approveHandedInBefore, cyclesThatApprove } from "./approval-store.server.ts";

const DAY_MS = 86_400_000;

/**
 * Lists that nobody decided on in time count as approved: they can be asked, but nobody else agreed to them
 * (`list-shape.ts`). Done by no one in particular, and safe to run at any time and as often as one likes. @returns how
 * many became approved.
 */
export async function approveOverdueNominations(
  platform: Pick<Platform, "database" | "clock">,
  scope: OrganisationScope,
): Promise<number> {
  const now = platform.clock.now().getTime();
  const { organisationId } = scope;
  return inOrganisation(platform, scope, async (tx) => {
    let approved = 0;
    const resumed = await resumedAt(tx, scope);
    for (const { id, approveAfterDays } of await cyclesThatApprove(tx, scope)) {
      const cycle = await lockCycle(tx, scope, id);
      if (cycle?.state !== "nominating") continue;
      const since = new Date(now - approveAfterDays * DAY_MS);
      // While nobody could get in, nobody could decide: everybody has the whole time again.
      if (resumed !== null && resumed > since) continue;
      for (const subjectId of await approveHandedInBefore(tx, cycle, since)) {
        approved += 1;
        const by = { organisationId, accountId: null };
        await recordAudit(platform, tx, by, {
          action: "nomination.approved",
          subjectKind: "participant",
          subjectId,
          detail: { afterDays: approveAfterDays },
        });
      }
    }
    return approved;
  });
}
