import { keyedHash } from "~/features/identity/index.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** Where in DNS the proof stands, before the domain. */
const PLACE = "_twohats";

/**
 * What stands in DNS where a domain is an organisation's: of this server, this organisation and this domain alone, so
 * that nobody proves anything by copying what another one published.
 */
export function domainProof(
  { secret }: Pick<Platform, "secret">,
  { organisationId }: OrganisationScope,
  domain: string,
): { place: string; text: string } {
  const mark = keyedHash(
    secret,
    "domain of an organisation",
    JSON.stringify([organisationId, domain]),
  );
  return { place: `${PLACE}.${domain}`, text: `twohats-domain=${mark.slice(0, 32)}` };
}
