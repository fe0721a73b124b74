import type { Tx } from "~/platform/db/database.server.ts";
import { enterOrganisation, inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type MembershipView, organisationStanding } from "./reads.server.ts";
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
    await inOrganisation(platform, { organisationId }, (tx) =>
      note(platform, tx, { organisationId, accountId }),
    );
  }
}

/**
 * The same once an account gets its second step: the session in which it is added enters from now on, past the
 * provider, what it could not before. In the transaction of the account.
 */
export async function noteGlassOpened(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  memberships: readonly MembershipView[],
): Promise<void> {
  for (const { organisationId, accountId, breakGlass, active } of memberships) {
    if (!breakGlass || !active) continue;
    await enterOrganisation(tx, { organisationId });
    const { providerOnly } = await organisationStanding(tx, { organisationId });
    if (providerOnly) await note(platform, tx, { organisationId, accountId });
  }
}

async function note(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  { organisationId, accountId }: { organisationId: string; accountId: string },
): Promise<void> {
  const entry = { action: "account.break-glass", subjectKind: "account" };
  await recordAudit(platform, tx, { organisationId, accountId }, entry);
  await platform.jobs.enqueue(tx, "tell-owners", [{ organisationId, about: "break-glass" }]);
}
