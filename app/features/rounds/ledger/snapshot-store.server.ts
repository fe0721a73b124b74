import { deserialize, serialize } from "node:v8";
import type { Snapshot } from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import type { LedgerKey } from "./ledger-store.server.ts";

/** What was told last of a figure, which nobody else may move until the transaction ends; null before anything was. */
export async function lockSnapshot(tx: Tx, key: LedgerKey): Promise<Snapshot | null> {
  // Two who are the first wait for each other here.
  await tx
    .insertInto("disclosureSnapshot")
    .values(key)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { snapshot } = await tx
    .selectFrom("disclosureSnapshot")
    .where("organisationId", "=", key.organisationId)
    .where("roundId", "=", key.roundId)
    .where("figure", "=", key.figure)
    .select("snapshot")
    .forUpdate()
    .executeTakeFirstOrThrow();
  // Only this file writes it, so the shape is its own.
  return snapshot ? (deserialize(snapshot) as Snapshot) : null;
}

export async function keepSnapshot(tx: Tx, key: LedgerKey, snapshot: Snapshot): Promise<void> {
  await tx
    .updateTable("disclosureSnapshot")
    // The ledger in it holds typed arrays, which JSON would not bring back.
    .set({ snapshot: serialize(snapshot) })
    .where("organisationId", "=", key.organisationId)
    .where("roundId", "=", key.roundId)
    .where("figure", "=", key.figure)
    .execute();
}
