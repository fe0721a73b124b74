import {
  lockAdministrators,
  membershipOfAccount,
  recordAudit,
  setRights,
} from "~/features/identity/index.server.ts";
import { NO_OFFICE, officeOf, PROVISIONING, rightsOf } from "~/features/identity/index.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mappedOffice } from "../domain/mapped-office.ts";
import type { OpenProvider } from "../providers/provider-reads.server.ts";
import { providerIn } from "./join-by-provider.server.ts";

/** Gives whoever comes the office that goes with their groups at the provider, and takes one that it gave before. */
export async function mapOffice(
  platform: Pick<Platform, "clock" | "database">,
  scope: OrganisationScope,
  provider: OpenProvider,
  { accountId, groups }: { accountId: string; groups: readonly string[] },
): Promise<void> {
  if (provider.adminGroup === null && provider.analystGroup === null) return;
  await inOrganisation(platform, scope, async (tx) => {
    await lockAdministrators(tx, scope);
    const membership = await membershipOfAccount(tx, scope, accountId);
    if (membership?.state !== "active") return;
    const office = officeOf(membership);
    const byProvider = membership.roleGivenBy === PROVISIONING;
    const given = mappedOffice(provider, groups, { office, byProvider });
    if (given === office) return;
    const rights = given === null ? NO_OFFICE : rightsOf(given);
    const at = platform.clock.now();
    await setRights(tx, scope, membership.id, { ...rights, by: PROVISIONING, at });
    await recordAudit(platform, tx, providerIn(scope), {
      action: "sign-on.office-mapped",
      subjectKind: "membership",
      subjectId: membership.id,
      detail: { from: office ?? "member", to: given ?? "member" },
    });
  });
}
