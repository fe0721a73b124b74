import { factorOf, officialsOf } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { maySetSignOn } from "../policy.ts";

/** An owner, and whether they may come in should the provider fail. */
export type OwnerView = {
  membershipId: string;
  accountId: string;
  name: string;
  breakGlass: boolean;
  /** Their account has a second step, without which nobody comes in past the provider. */
  hasStep: boolean;
};

/** The owners of an organisation. Owners only: none for everyone else. */
export async function ownersOf(tx: Tx, actor: Actor): Promise<OwnerView[]> {
  if (!maySetSignOn(actor)) return [];
  const owners: OwnerView[] = [];
  for (const { owner, membershipId, accountId, name, breakGlass } of await officialsOf(tx, actor)) {
    if (!owner) continue;
    const hasStep = (await factorOf(tx, accountId)) !== null;
    owners.push({ membershipId, accountId, name, breakGlass, hasStep });
  }
  return owners;
}
