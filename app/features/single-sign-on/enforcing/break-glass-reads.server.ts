import { factorOf, isIn, officialsOf } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { directory } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
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

/** The owners of an organisation who are in. Owners only: none for everyone else. */
export async function ownersOf(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
): Promise<OwnerView[]> {
  if (!maySetSignOn(actor)) return [];
  const owners: OwnerView[] = [];
  for (const official of await officialsOf(tx, actor)) {
    if (!official.owner || !(await isIn({ clock, directory }, tx, actor, official))) continue;
    const { membershipId, accountId, name, breakGlass } = official;
    const hasStep = (await factorOf(tx, accountId)) !== null;
    owners.push({ membershipId, accountId, name, breakGlass, hasStep });
  }
  return owners;
}
