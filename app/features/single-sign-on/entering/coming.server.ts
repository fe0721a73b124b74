import {
  accountWithAddress,
  holdsOn,
  membershipOfAccount,
  membershipOfPerson,
} from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { speaksForEverybody } from "../domain/known-issuers.ts";
import { domainOf } from "../domain/mail-domain.ts";
import type { Said } from "../domain/provider.ts";
import type { Coming } from "../domain/who-comes.ts";
import { isVerified } from "../domains/domain-reads.server.ts";
import { accountOfSubject, linkedAmong } from "../links/link-store.server.ts";
import type { OpenProvider } from "../providers/provider-reads.server.ts";
import { holdersOf } from "./holders-of.server.ts";

type Parts = Pick<Platform, "clock" | "database">;

/** Everything that decides whose account somebody enters by a provider. */
export async function comingBy(
  platform: Parts,
  scope: OrganisationScope,
  { provider, said, signedInTo }: { provider: OpenProvider; said: Said; signedInTo: string | null },
): Promise<Coming> {
  const { address } = said;
  const accountId = address === null ? null : await accountWithAddress(platform.database, address);
  return inOrganisation(platform, scope, async (tx) => {
    const of = { providerId: provider.id, subject: said.subject };
    const holders = address === null ? [] : await holdersOf(tx, scope, address);
    const [holder] = holders;
    const person = holder ? await personWith(platform, tx, scope, holder) : null;
    const known = [accountId, person?.accountId ?? null].filter((id) => id !== null);
    const taken = await linkedAmong(tx, scope, provider.id, known);
    return {
      linked: await accountOfSubject(tx, scope, of),
      address: address === null ? null : await addressOf(tx, scope, provider, { ...said, address }),
      account: accountId === null ? null : await accountHere(tx, scope, accountId),
      person,
      isHeld: person?.isHeld ?? false,
      isDoubled: holders.length > 1,
      signedInTo,
      joins: provider.joins,
      isTaken: (account) => taken.has(account),
    };
  });
}

async function addressOf(
  tx: Tx,
  scope: OrganisationScope,
  { issuer }: OpenProvider,
  { address, isVerified: said, managedBy }: Said & { address: string },
): Promise<NonNullable<Coming["address"]>> {
  const domain = domainOf(address);
  const isOwn = domain !== null && (await isVerified(tx, scope, domain));
  const isManaged =
    !speaksForEverybody(issuer) || (managedBy !== null && (await isVerified(tx, scope, managedBy)));
  return { text: address, isVerified: said, inOwnDomain: isOwn && isManaged };
}

async function personWith(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  { id, active, external }: { id: string; active: boolean; external: boolean },
) {
  const membership = await membershipOfPerson(tx, scope, id);
  const isHeld = (await holdsOn(tx, scope, [id], clock.now())).size > 0;
  return { id, active, external, accountId: membership?.accountId ?? null, isHeld };
}

async function accountHere(tx: Tx, scope: OrganisationScope, id: string) {
  const membership = await membershipOfAccount(tx, scope, id);
  const isMember = membership !== null;
  return { id, isMember, personId: membership?.personId ?? null };
}
