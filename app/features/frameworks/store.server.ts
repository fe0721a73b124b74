import type { Tx } from "~/platform/db/database.server.ts";
import type { Framework } from "./domain/framework.ts";

/** Keeps a built-in framework for all organisations, unless this version is there already: then it stays as it is. */
export async function keepFramework(tx: Tx, framework: Framework): Promise<void> {
  const { key, version, name } = framework;
  await tx
    .insertInto("content.framework")
    .values({ key, version, name, definition: JSON.stringify(framework) })
    .onConflict((conflict) => conflict.columns(["key", "version"]).doNothing())
    .execute();
}
