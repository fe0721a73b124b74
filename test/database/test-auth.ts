import { type Auth, createAuth } from "../../app/features/identity/index.server.ts";
import { openSignInPool, signInTables } from "../../app/platform/db/database.server.ts";
import type { TestDatabase } from "./test-database.ts";

/** Sign-in on a test's own database. */
export function openTestAuth({ appUrl, platform }: Pick<TestDatabase, "appUrl" | "platform">): {
  auth: Auth;
  close(): Promise<void>;
} {
  const { secret, publicUrl } = platform;
  const pool = openSignInPool(appUrl);
  return {
    auth: createAuth({ tables: signInTables(pool), secret, publicUrl }),
    close: () => pool.end(),
  };
}
