import { asAccount } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { deletePasskeys, deleteWish } from "../other-ways-store.server.ts";
import { tellOfAccount } from "../tell-of-account.server.ts";
import type { Credential } from "./credential-reads.server.ts";
import { endSessionsBut, replaceHash } from "./credential-store.server.ts";
import { hashPassword } from "./hash-password.server.ts";

/**
 * Gives an account another password in the place of the one it has, ends its sessions but for the one that stays, and
 * has its owner told by letter; where none stays, its passkeys end as well. False when somebody else was quicker, and
 * then nothing is done.
 */
export async function replacePassword(
  platform: Pick<Platform, "clock" | "database" | "jobs">,
  { accountId, hash: known }: Credential,
  { password, stays }: { password: string; stays: string | null },
): Promise<boolean> {
  const hash = await hashPassword(password);
  return asAccount(platform, accountId, async (tx) => {
    if (!(await replaceHash(tx, accountId, { known, hash }))) return false;
    await endSessionsBut(tx, accountId, stays);
    // Somebody else may have wished for another address by the password that was.
    await deleteWish(tx, accountId);
    // Whoever comes by a letter may have lost more than the password: what else opens the account ends with it.
    if (stays === null && (await deletePasskeys(tx, accountId)) > 0)
      await tellOfAccount(platform, tx, accountId, "passkey-off");
    await tellOfAccount(platform, tx, accountId, "changed");
    return true;
  });
}
