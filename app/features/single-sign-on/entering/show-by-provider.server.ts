import {
  type Auth,
  keepRecentProof,
  originOf,
  ownSession,
} from "~/features/identity/index.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Said } from "../domain/provider.ts";
import { accountOfSubject } from "../links/link-store.server.ts";

/**
 * Shows by the provider that whoever is signed in by it is still there: the same person, in this session. @returns the
 * cookie that says so for a while.
 */
export async function showByProvider(
  platform: Platform,
  auth: Auth,
  scope: OrganisationScope,
  { providerId, said, headers }: { providerId: string; said: Said; headers: Headers },
): Promise<Outcome<{ cookie: string }, "somebody-else">> {
  const own = await ownSession(auth, headers);
  const origin = own && (await originOf(platform.database, own.token));
  const { subject } = said;
  const accountId = await inOrganisation(platform, scope, (tx) =>
    accountOfSubject(tx, scope, { providerId, subject }),
  );
  if (!own || own.accountId !== accountId || origin?.organisationId !== scope.organisationId)
    return refuse("somebody-else");
  return accept({ cookie: await keepRecentProof(platform, own.token, "provider") });
}
