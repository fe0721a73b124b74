import type { Tx } from "~/platform/db/database.server.ts";

type CycleKey = { organisationId: string; id: string };

export async function insertKeySalt(tx: Tx, cycle: CycleKey, salt: Buffer): Promise<void> {
  await tx
    .insertInto("cycleSecret")
    .values({ organisationId: cycle.organisationId, cycleId: cycle.id, salt })
    .execute();
}

export async function keySalt(tx: Tx, cycle: CycleKey): Promise<Buffer | null> {
  const row = await tx
    .selectFrom("cycleSecret")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .select("salt")
    .executeTakeFirst();
  return row?.salt ?? null;
}
