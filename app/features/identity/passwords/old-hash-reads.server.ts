import { type Kysely, sql } from "kysely";
import { currentHash } from "./hash-password.server.ts";

/**
 * Asks whether any password is left that was hashed as they once were. Nobody makes such any more, so once there is
 * none it is not asked again.
 */
export function lookForOldHashes({ db }: { db: Kysely<unknown> }): () => Promise<boolean> {
  let left = true;
  return async () => {
    if (!left) return false;
    const { rows } = await sql<{ left: boolean }>`
      SELECT EXISTS (SELECT 1 FROM auth."account"
                      WHERE NOT starts_with("password", ${currentHash})) AS left`.execute(db);
    left = rows[0]?.left ?? false;
    return left;
  };
}
