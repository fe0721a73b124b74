import { organisationStanding } from "~/features/identity/index.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type OpenProvider, openProvider } from "./provider-reads.server.ts";

/** A provider that is on, of an organisation that is; null otherwise. */
export async function providerToAsk(
  platform: Pick<Platform, "database">,
  scope: OrganisationScope,
  providerId: string,
): Promise<OpenProvider | null> {
  if (!isId(scope.organisationId) || !isId(providerId)) return null;
  return inOrganisation(platform, scope, async (tx) => {
    const { active } = await organisationStanding(tx, scope);
    return active ? openProvider(tx, scope, providerId) : null;
  });
}
