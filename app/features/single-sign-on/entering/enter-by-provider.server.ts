import {
  type Auth,
  accountShown,
  credentialOf,
  unsafeLetIn,
  type Visitor,
} from "~/features/identity/index.server.ts";
import type { Directory, SignedInBy } from "~/features/identity/index.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { officeOfGroups } from "../domain/mapped-office.ts";
import type { Said } from "../domain/provider.ts";
import { type NotLetIn, whoComes } from "../domain/who-comes.ts";
import type { OpenProvider } from "../providers/provider-reads.server.ts";
import { comingBy } from "./coming.server.ts";
import { joinByProvider } from "./join-by-provider.server.ts";
import { linkAccount } from "./link-account.server.ts";

export type EntryParts = Platform & { directory: Directory };

type Came = { provider: OpenProvider; said: Said; visitor: Visitor; headers: Headers };

export type NoEntry = NotLetIn | "out" | "busy" | "over";

/**
 * Lets somebody into an organisation of whom its provider said who they are, a second step included where the account
 * has one and the provider does not stand for both. The session enters this organisation and no other.
 */
export async function enterByProvider(
  platform: EntryParts,
  auth: Auth,
  scope: OrganisationScope,
  came: Came,
): Promise<Outcome<SignedInBy, NoEntry>> {
  const { provider, said, visitor } = came;
  const known = await accountOf(platform, auth, scope, came);
  if (!known.ok) return known;
  const { accountId } = known.value;
  const credential = await credentialOf(platform.database, accountId);
  if (!credential) return refuse("out");
  const { id: providerId, bothSteps } = provider;
  const origin = { organisationId: scope.organisationId, bothSteps, providerId };
  return unsafeLetIn(platform, auth, visitor, credential, {
    ...{ bothSteps, origin },
    goes: said.groups && {
      ...{ providerId, office: officeOfGroups(provider, said.groups) },
    },
  });
}

async function accountOf(
  platform: EntryParts,
  auth: Auth,
  scope: OrganisationScope,
  { provider, said, headers }: Came,
): Promise<Outcome<{ accountId: string }, NoEntry>> {
  const signedInTo = await accountShown(platform, auth, headers);
  const settled = whoComes(await comingBy(platform, scope, { provider, said, signedInTo }));
  if (settled.do === "refuse") return refuse(settled.reason);
  const { accountId } = settled;
  if (settled.do === "enter") return accept({ accountId });
  const { address } = said;
  if (settled.do === "join") {
    if (address === null) throw new Error("somebody joins without an address");
    const whom = { providerId: provider.id, said: { ...said, address } };
    return joinByProvider(platform, auth, scope, whom, settled);
  }
  const isSignedIn = accountId === signedInTo;
  return linkAccount(platform, scope, { providerId: provider.id, said, accountId, isSignedIn });
}
