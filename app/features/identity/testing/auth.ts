import { openSignInPool } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Auth, createAuth } from "../auth.server.ts";

/** Sign-in on a test's own database. */
export function openTestAuth(
  { secret, publicUrl }: Pick<Platform, "secret" | "publicUrl">,
  appUrl: string,
): { auth: Auth; close(): Promise<void> } {
  const pool = openSignInPool(appUrl);
  return { auth: createAuth({ pool, secret, publicUrl }), close: () => pool.end() };
}
