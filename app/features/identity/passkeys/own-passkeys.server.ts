import type { Platform } from "~/platform/platform.server.ts";
import { passkeysOf } from "./passkey-store.server.ts";
import type { PasskeyView } from "./passkey-view.ts";
import { relyingParty } from "./relying-party.ts";

/** The passkeys of somebody's account, and whether this server takes any. */
export async function ownPasskeys(
  { database, publicUrl }: Pick<Platform, "database" | "publicUrl">,
  accountId: string,
): Promise<{ passkeys: PasskeyView[]; takesPasskeys: boolean }> {
  const stored = await passkeysOf(database, accountId);
  return {
    passkeys: stored.map(({ id, name, since, lastDay }) => ({ id, name, since, lastDay })),
    takesPasskeys: relyingParty(publicUrl) !== null,
  };
}
