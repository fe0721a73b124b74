import type { Actor } from "~/features/identity/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { makeToken } from "../tokens/make-token.server.ts";

/** A token of an organisation, as its administrator makes it. */
export async function enlistProvider(platform: Platform, admin: Actor, name = "Provider") {
  const made = await makeToken(platform, admin, { name });
  if (!made.ok) throw new Error(`no token was made: ${made.reason}`);
  return made.value;
}
