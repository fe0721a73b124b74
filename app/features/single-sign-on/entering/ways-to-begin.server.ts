import { organisationName, organisationStanding } from "~/features/identity/index.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { organisationsWith } from "../domains/domain-reads.server.ts";
import { openProviders } from "../providers/provider-reads.server.ts";

/** An organisation, and by what people sign in to it. */
export type WayToBegin = {
  organisationId: string;
  organisation: string;
  providers: { id: string; name: string }[];
};

/** Where people of an organisation begin; null for one that is not there, is suspended, or has no provider. */
export function waysOf(
  platform: Pick<Platform, "database">,
  organisationId: string,
): Promise<WayToBegin | null> {
  if (!isId(organisationId)) return Promise.resolve(null);
  const scope = { organisationId };
  return inOrganisation(platform, scope, async (tx) => {
    const { active } = await organisationStanding(tx, scope);
    const providers = active ? await openProviders(tx, scope) : [];
    if (providers.length === 0) return null;
    return { organisationId, organisation: await organisationName(tx, scope), providers };
  });
}

/** Where people with addresses of a domain begin. Who has an address there makes no difference. */
export async function waysFrom(
  platform: Pick<Platform, "database">,
  domain: string,
): Promise<WayToBegin[]> {
  const found: WayToBegin[] = [];
  for (const { organisationId } of await organisationsWith(platform, domain)) {
    const way = await waysOf(platform, organisationId);
    if (way) found.push(way);
  }
  return found.sort((one, other) => one.organisation.localeCompare(other.organisation));
}
