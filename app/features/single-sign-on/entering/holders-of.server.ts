import { domainToUnicode } from "node:url";
import { holderOfAddress } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type Holder = NonNullable<Awaited<ReturnType<typeof holderOfAddress>>>;

/**
 * Who of the directory has an address, its domain written as DNS does (xn--) or as people do (ü). Two may have it, each
 * in one way: then it is nobody's.
 */
export async function holdersOf(
  tx: Tx,
  scope: OrganisationScope,
  address: string,
): Promise<Holder[]> {
  const found = new Map<string, Holder>();
  for (const written of new Set([address, asPeopleWrite(address)])) {
    const holder = await holderOfAddress(tx, scope, written);
    if (holder) found.set(holder.id, holder);
  }
  return [...found.values()];
}

function asPeopleWrite(address: string): string {
  const at = address.lastIndexOf("@") + 1;
  const domain = domainToUnicode(address.slice(at));
  return domain === "" ? address : `${address.slice(0, at)}${domain}`;
}
