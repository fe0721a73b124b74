import { z } from "zod";
import { asAccount } from "~/platform/db/in-organisation.server.ts";
import { type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import { deletePasskeys } from "../other-ways-store.server.ts";
import { hasRecentProof } from "../recent/recent-proof.server.ts";
import { ownSession } from "../sessions/own-session.server.ts";
import { tellOfAccount } from "../tell-of-account.server.ts";
import { deletePasskey } from "./passkey-store.server.ts";

export const removePasskeyInput = z.object({ passkey: z.string().min(1).max(2_000) });

/**
 * Takes a passkey away from whoever asks and showed lately who they are, and has them told by letter. Taking one away
 * that is gone is taking it away once. `stale`: they did not show it.
 */
export async function removePasskey(
  platform: Platform,
  auth: Auth,
  headers: Headers,
  { passkey }: z.output<typeof removePasskeyInput>,
): Promise<{ ok: true } | Refusal<"unknown" | "stale">> {
  const own = await ownSession(auth, headers);
  if (!own) return refuse("unknown");
  const { accountId, token } = own;
  const cookies = headers.get("cookie");
  if (!(await hasRecentProof(platform, cookies, token, { own: true }))) return refuse("stale");
  await asAccount(platform, accountId, async (tx) => {
    if (await deletePasskey(tx, accountId, passkey))
      await tellOfAccount(platform, tx, accountId, "passkey-off");
  });
  return { ok: true };
}

/** Takes every passkey away from an account whoever asks. For operators. @returns how many there were. */
export function unsafeDropPasskeys(
  platform: Pick<Platform, "clock" | "database" | "jobs">,
  accountId: string,
): Promise<number> {
  return asAccount(platform, accountId, async (tx) => {
    const dropped = await deletePasskeys(tx, accountId);
    if (dropped > 0) await tellOfAccount(platform, tx, accountId, "passkey-off");
    return dropped;
  });
}
