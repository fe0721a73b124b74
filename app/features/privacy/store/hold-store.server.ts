import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Spared } from "~/platform/feature/retention.ts";

export type Held = { personId: string | null; roundId: string | null };

function holds(tx: Tx, { organisationId }: OrganisationScope) {
  return tx.selectFrom("legalHold").where("organisationId", "=", organisationId);
}

/** For whom and which rounds a hold stands. */
export async function sparedBy(tx: Tx, scope: OrganisationScope): Promise<Spared> {
  const rows = await holds(tx, scope)
    .where("endedOn", "is", null)
    .select(["personId", "roundId"])
    .execute();
  return {
    people: rows.flatMap(({ personId }) => personId ?? []),
    rounds: rows.flatMap(({ roundId }) => roundId ?? []),
  };
}

/** Since when a hold stands for somebody; null for none. */
export async function heldSince(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<string | null> {
  const row = await holds(tx, scope)
    .where("personId", "=", personId)
    .where("endedOn", "is", null)
    .select("placedOn")
    .executeTakeFirst();
  return row?.placedOn ?? null;
}

/** Every hold that stands, the newest first. */
export function storedHolds(tx: Tx, scope: OrganisationScope) {
  return holds(tx, scope)
    .where("endedOn", "is", null)
    .select(["id", "personId", "roundId", "reason", "placedOn", "placedBy"])
    .orderBy("placedOn", "desc")
    .orderBy("id", "desc")
    .execute();
}

export async function insertHold(
  tx: Tx,
  { organisationId }: OrganisationScope,
  hold: Held & { id: string; reason: string; placedOn: string; placedBy: string },
): Promise<void> {
  await tx
    .insertInto("legalHold")
    .values({ organisationId, ...hold })
    .execute();
}

/** Ends a hold that stands. @returns what it was for; null where none of this id does. */
export async function endStoredHold(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  ended: { endedOn: string; endedBy: string },
): Promise<Held | null> {
  const row = await tx
    .updateTable("legalHold")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .where("endedOn", "is", null)
    .set(ended)
    .returning(["personId", "roundId"])
    .executeTakeFirst();
  return row ?? null;
}

/** Deletes the holds that once stood for somebody: their reasons may name them. */
export async function forgetHolds(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("legalHold")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}

/** What once stood for a record that goes, did for the one that stays. */
export async function moveHolds(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { goes, stays }: { goes: string; stays: string },
): Promise<void> {
  await tx
    .updateTable("legalHold")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", goes)
    .set({ personId: stays })
    .execute();
}
