import { membershipOfAccount, recordAudit } from "~/features/identity/index.server.ts";
import { officeOf } from "~/features/identity/index.ts";
import { todayOf } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Said } from "../domain/provider.ts";
import { insertLink } from "../links/link-store.server.ts";

type Linking = { providerId: string; said: Said; accountId: string; isSignedIn: boolean };

/**
 * Lets a provider open an account that is there already, from now on; its owner is told by letter. `sign-in-first`:
 * this browser is not signed in to it, and it has an office, or the provider does not say that the address is theirs.
 */
export function linkAccount(
  platform: Pick<Platform, "clock" | "database" | "jobs">,
  scope: OrganisationScope,
  { providerId, said, accountId, isSignedIn }: Linking,
): Promise<Outcome<{ accountId: string }, "sign-in-first">> {
  return inOrganisation(platform, scope, async (tx) => {
    const membership = await membershipOfAccount(tx, scope, accountId);
    const isInOffice = membership !== null && officeOf(membership) !== null;
    if (!isSignedIn && (isInOffice || said.isVerified !== true)) return refuse("sign-in-first");
    const { subject } = said;
    await insertLink(tx, scope, { providerId, subject, accountId, since: todayOf(platform) });
    await noteLinked(platform, tx, scope, { accountId, providerId });
    return accept({ accountId });
  });
}

/** Records that a provider opens an account that was there before, and has its owner told. */
export async function noteLinked(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  { organisationId }: OrganisationScope,
  { accountId, providerId }: { accountId: string; providerId: string },
): Promise<void> {
  await recordAudit(
    platform,
    tx,
    { organisationId, accountId },
    {
      action: "sign-on.linked",
      ...{ subjectKind: "sign-on-provider", subjectId: providerId },
    },
  );
  await platform.jobs.enqueue(tx, "account-letter", [{ accountId, about: "provider-linked" }]);
}
