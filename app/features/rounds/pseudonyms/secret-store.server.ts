import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type RoundKey = { organisationId: string; id: string };

export async function insertKeySalt(tx: Tx, round: RoundKey, salt: Buffer): Promise<void> {
  await tx
    .insertInto("roundSecret")
    .values({ organisationId: round.organisationId, roundId: round.id, salt, byPair: true })
    .execute();
}

export async function keySalt(tx: Tx, round: RoundKey): Promise<Buffer | null> {
  const row = await tx
    .selectFrom("roundSecret")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .select("salt")
    .executeTakeFirst();
  return row?.salt ?? null;
}

/** Rounds whose responses carry the pseudonyms of an earlier release, locked. */
export async function roundsOfFormerPseudonyms(
  tx: Tx,
  scope: OrganisationScope,
): Promise<{ organisationId: string; id: string; salt: Buffer }[]> {
  return tx
    .selectFrom("roundSecret")
    .where("organisationId", "=", scope.organisationId)
    .where("byPair", "=", false)
    .select(["organisationId", "roundId as id", "salt"])
    .orderBy("roundId")
    .forUpdate()
    .execute();
}

/** From now on a round's responses carry pseudonyms of pairs. */
export async function setByPair(tx: Tx, round: RoundKey): Promise<void> {
  await tx
    .updateTable("roundSecret")
    .set({ byPair: true })
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .execute();
}
