import { type Auth, createAuth } from "~/features/identity/index.server.ts";
import { openSignInPool, signInTables } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** Opens sign-in with connections of its own. */
export function openAuth(
  appUrl: string,
  { secret, publicUrl }: Pick<Platform, "secret" | "publicUrl">,
): { auth: Auth; pool: ReturnType<typeof openSignInPool>; close(): Promise<void> } {
  const pool = openSignInPool(appUrl);
  const auth = createAuth({ tables: signInTables(pool), secret, publicUrl });
  return { auth, pool, close: () => pool.end() };
}
