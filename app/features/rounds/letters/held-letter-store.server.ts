import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type HeldNotice, heldNotice } from "../domain/held-letter.ts";

/** A letter that came due while nobody may be written to at a person's new address. */
export type HeldLetter = {
  personId: string;
  roundId: string;
  /** Null: the invitation. */
  notice: HeldNotice | null;
  untilClosed: boolean;
};

/** Keeps letters for when their readers may be written to. An invitation that is kept already is kept once. */
export async function holdLetters(
  tx: Tx,
  scope: OrganisationScope,
  letters: readonly HeldLetter[],
): Promise<void> {
  if (letters.length === 0) return;
  const rows = letters.map(({ personId, roundId, notice, untilClosed }) => ({
    ...{ id: newId(), person_id: personId, round_id: roundId },
    ...{ notice, until_closed: untilClosed },
  }));
  await sql`
    INSERT INTO held_letter (organisation_id, id, person_id, round_id, notice, until_closed)
    SELECT ${scope.organisationId}::uuid, id, person_id, round_id, notice, until_closed
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS given (id uuid, person_id uuid, round_id uuid, notice jsonb, until_closed boolean)
    ON CONFLICT DO NOTHING
  `.execute(tx);
}

/**
 * Takes what is kept for these people, in the order in which it came due: whoever takes it sends it in the same
 * transaction.
 */
export async function takeHeldLetters(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<HeldLetter[]> {
  const rows = await tx
    .deleteFrom("heldLetter")
    .where("organisationId", "=", scope.organisationId)
    .where("personId", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .returning(["id", "personId", "roundId", "notice", "untilClosed"])
    .execute();
  return rows
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id: _, notice, ...letter }) => ({
      ...letter,
      notice: notice === null ? null : heldNotice.parse(notice),
    }));
}

/** Erases what is kept of a round that closes, but for what is sent after that. */
export async function eraseHeldLetters(
  tx: Tx,
  round: { organisationId: string; id: string },
): Promise<void> {
  await tx
    .deleteFrom("heldLetter")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("untilClosed", "=", true)
    .execute();
}

/** From whom something of a round is kept, which they have not read yet. */
export async function peopleHeldFrom(
  tx: Tx,
  round: { organisationId: string; id: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom("heldLetter")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .select("personId")
    .distinct()
    .execute();
  return rows.map(({ personId }) => personId);
}
