import { recordAudit } from "~/features/identity/index.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { deleteBundlesBefore } from "./bundle-store.server.ts";

/** Deletes the files of reports whose time is over. @returns how many. */
export function deleteExpiredBundles(
  platform: Platform,
  scope: OrganisationScope,
): Promise<number> {
  return inOrganisation(platform, scope, async (tx) => {
    const deleted = await deleteBundlesBefore(tx, scope, platform.clock.now());
    if (deleted > 0)
      await recordAudit(
        platform,
        tx,
        { organisationId: scope.organisationId, accountId: null },
        {
          action: "reports.bundles-expired",
          subjectKind: "organisation",
          detail: { bundles: deleted },
        },
      );
    return deleted;
  });
}
