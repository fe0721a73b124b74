import type { Tx } from "~/platform/db/database.server.ts";
import type { Framework } from "./domain/framework.ts";

/** Keeps built-in frameworks for all organisations; versions that are there already stay as they are. */
export async function keepFrameworks(tx: Tx, frameworks: readonly Framework[]): Promise<void> {
  const kept = await tx.selectFrom("content.framework").select(["key", "version"]).execute();
  const there = new Set(kept.map(({ key, version }) => `${key} ${version}`));
  const fresh = frameworks.filter(({ key, version }) => !there.has(`${key} ${version}`));
  if (fresh.length === 0) return;
  await tx
    .insertInto("content.framework")
    .values(
      fresh.map((framework) => ({
        ...{ key: framework.key, version: framework.version, name: framework.name },
        definition: JSON.stringify(framework),
      })),
    )
    .onConflict((conflict) => conflict.columns(["key", "version"]).doNothing())
    .execute();
}
