import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type CycleKey = { organisationId: string; id: string };

export async function insertKeySalt(tx: Tx, cycle: CycleKey, salt: Buffer): Promise<void> {
  await tx
    .insertInto("cycleSecret")
    .values({ organisationId: cycle.organisationId, cycleId: cycle.id, salt, byPair: true })
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

/** Cycles whose responses carry the pseudonyms of an earlier release, locked. */
export async function cyclesOfFormerPseudonyms(
  tx: Tx,
  scope: OrganisationScope,
): Promise<{ organisationId: string; id: string; salt: Buffer }[]> {
  return tx
    .selectFrom("cycleSecret")
    .where("organisationId", "=", scope.organisationId)
    .where("byPair", "=", false)
    .select(["organisationId", "cycleId as id", "salt"])
    .orderBy("cycleId")
    .forUpdate()
    .execute();
}

/** From now on a cycle's responses carry pseudonyms of pairs. */
export async function setByPair(tx: Tx, cycle: CycleKey): Promise<void> {
  await tx
    .updateTable("cycleSecret")
    .set({ byPair: true })
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .execute();
}
