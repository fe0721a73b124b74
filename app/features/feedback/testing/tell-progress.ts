import { tellProgress } from "~/features/rounds/index.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** As if the next step had come just now: HR and participants are told how far every open round is. */
export async function tellNow(platform: Platform, scope: OrganisationScope): Promise<void> {
  await inOrganisation(platform, scope, (tx) =>
    tx
      .updateTable("round")
      .set({ toldAt: null })
      .where("organisationId", "=", scope.organisationId)
      .execute(),
  );
  await tellProgress(platform, scope);
}
