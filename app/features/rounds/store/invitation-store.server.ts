import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { RoundKey } from "./round-store.server.ts";

/** The id behind someone's personal link in a round, made when they have none yet: from now on they are asked. */
export async function invitationFor(
  tx: Tx,
  round: RoundKey,
  personId: string,
  now: Date,
): Promise<string> {
  const { organisationId, id: roundId } = round;
  await tx
    .insertInto("invitation")
    .values({ organisationId, id: newId(), roundId, personId, askedAt: now })
    .onConflict((conflict) =>
      conflict.columns(["organisationId", "roundId", "personId"]).doNothing(),
    )
    .execute();
  const { id } = await tx
    .selectFrom("invitation")
    .where("organisationId", "=", organisationId)
    .where("roundId", "=", roundId)
    .where("personId", "=", personId)
    .select("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** One record behind a personal link for each of these people, in one statement. */
export async function insertLinks(
  tx: Tx,
  round: RoundKey,
  links: readonly { id: string; personId: string }[],
  askedAt: Date,
): Promise<void> {
  if (links.length === 0) return;
  await sql`
    INSERT INTO invitation (organisation_id, id, round_id, person_id, asked_at)
    SELECT ${round.organisationId}::uuid, id, ${round.id}::uuid, person_id, ${askedAt}
      FROM unnest(${links.map((link) => link.id)}::uuid[], ${links.map((link) => link.personId)}::uuid[])
           AS given (id, person_id)
  `.execute(tx);
}
