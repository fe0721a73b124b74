import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { recordAudit } from "./record-audit.server.ts";

/**
 * Writes down that an owner comes in without the provider that their organisation demands, and has all its owners told,
 * before anything is opened.
 */
export async function noteBreakGlass(
  platform: Pick<Platform, "clock" | "database" | "jobs">,
  accountId: string,
  present: readonly { organisationId: string; breaksGlass: boolean }[],
): Promise<void> {
  for (const { organisationId, breaksGlass } of present) {
    if (!breaksGlass) continue;
    await inOrganisation(platform, { organisationId }, async (tx) => {
      const entry = { action: "account.break-glass", subjectKind: "account" };
      await recordAudit(platform, tx, { organisationId, accountId }, entry);
      const job = { organisationId, about: "break-glass" as const };
      await platform.jobs.enqueue(tx, "tell-owners", [job]);
    });
  }
}
