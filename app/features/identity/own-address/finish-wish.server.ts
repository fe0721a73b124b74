import type { Tx } from "~/platform/db/database.server.ts";
import { asAccount } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { deleteWish } from "../other-ways-store.server.ts";
import { endSessionsBut } from "../passwords/credential-store.server.ts";
import { tellOfAccount } from "../tell-of-account.server.ts";
import { isForgotten, isReady, type Wish } from "./wish.ts";
import { lockWish, moveAccount, openWishes, putWish } from "./wish-store.server.ts";

type Parts = Pick<Platform, "database" | "clock" | "jobs">;

/**
 * Gives an account the address that was wished, in the transaction of the account; every session of it ends, and both
 * addresses are told. False when somebody else has the address: then the wish is over, and nothing is said of why.
 */
export async function finishWish(parts: Parts, tx: Tx, wish: Wish): Promise<boolean> {
  const { accountId } = wish;
  if (!(await moveAccount(tx, wish))) {
    await deleteWish(tx, accountId);
    return false;
  }
  await putWish(tx, { ...wish, state: "done" });
  await endSessionsBut(tx, accountId, null);
  await tellOfAccount(parts, tx, accountId, "address-moved");
  return true;
}

/** Finishes what has waited long enough, and forgets what nobody confirmed. Once for the whole server. */
export async function settleWishes(parts: Parts): Promise<void> {
  const now = parts.clock.now();
  for (const { id, accountId } of await openWishes(parts.database))
    await asAccount(parts, accountId, async (tx) => {
      const wish = await lockWish(tx, id);
      if (!wish) return;
      if (isReady(wish, now)) await finishWish(parts, tx, wish);
      else if (isForgotten(wish, now)) await deleteWish(tx, accountId);
    });
}
