import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** How many charters of others somebody signed for the other side. */
export async function countSignedFor(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<number> {
  const { count } = await tx
    .selectFrom("charter")
    .where("organisationId", "=", organisationId)
    .where("partnerId", "=", personId)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Gives the charters of one record to another, before those it has: what held there holds on. Of two that are worked
 * on, the one of the record that stays goes on.
 */
export async function giveCharters(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { goes, stays }: { goes: string; stays: string },
): Promise<void> {
  const of = (personId: string) =>
    sql`organisation_id = ${organisationId}::uuid AND person_id = ${personId}::uuid`;
  await sql`
    DELETE FROM charter
     WHERE ${of(goes)} AND state <> 'signed' AND EXISTS (SELECT 1 FROM charter WHERE ${of(stays)} AND state <> 'signed')
  `.execute(tx);
  await sql`
    UPDATE charter SET version = version + coalesce((SELECT max(version) FROM charter WHERE ${of(goes)}), 0)
     WHERE ${of(stays)}
  `.execute(tx);
  await sql`UPDATE charter SET person_id = ${stays}::uuid WHERE ${of(goes)}`.execute(tx);
}

export async function forgetCharters(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("charter")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}

/** Who signed for the other side is somebody else from now on, or nobody. */
export async function renamePartner(
  tx: Tx,
  { organisationId }: OrganisationScope,
  from: string,
  to: string | null,
): Promise<void> {
  await tx
    .updateTable("charter")
    .set({ partnerId: to })
    .where("organisationId", "=", organisationId)
    .where("partnerId", "=", from)
    .execute();
}
