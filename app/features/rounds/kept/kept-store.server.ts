import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Old, Picked, Picking } from "~/platform/feature/retention.ts";
import { lentOverRounds } from "./over-round-reads.server.ts";

/**
 * Rounds that were over before a day. Whoever took part, was asked or coached keeps the whole round: what is theirs in
 * it can't be told from what is not.
 */
function oldRounds(tx: Tx, scope: OrganisationScope, { before, spared }: Old) {
  const { organisationId } = scope;
  const people = sql`ANY(${spared.people}::uuid[])`;
  return tx
    .selectFrom(lentOverRounds(scope))
    .where("round.overOn", "<", before)
    .where(sql<boolean>`round.id <> ALL(${spared.rounds}::uuid[])`)
    .where(sql<boolean>`NOT EXISTS (
      SELECT 1 FROM subject s WHERE s.organisation_id = ${organisationId}::uuid AND s.round_id = round.id
         AND (s.person_id = ${people} OR s.coach_id = ${people}))`)
    .where(sql<boolean>`NOT EXISTS (
      SELECT 1 FROM request r WHERE r.organisation_id = ${organisationId}::uuid AND r.round_id = round.id
         AND r.person_id = ${people})`);
}

export async function countOldRounds(tx: Tx, scope: OrganisationScope, old: Old): Promise<number> {
  const { count } = await oldRounds(tx, scope, old)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function pickOldRounds(
  tx: Tx,
  scope: OrganisationScope,
  { after, most, ...old }: Old & Picking,
): Promise<Picked[]> {
  return oldRounds(tx, scope, old)
    .$if(after !== null, (query) => query.where("round.id", ">", after ?? ""))
    .select(["round.id", "round.name"])
    .orderBy("round.id")
    .limit(most)
    .execute();
}

/** Deletes rounds with all that belongs to them by its keys: who was asked, counts, figures, and their ledgers. */
export async function forgetRounds(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ids: readonly string[],
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("round")
    .where("organisationId", "=", organisationId)
    .where("id", "=", sql<string>`ANY(${ids}::uuid[])`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Rounds that people were told of, the newest first: a draft is nobody's history. */
export async function roundsToHold(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom("round")
    .where("organisationId", "=", organisationId)
    .where("state", "!=", "draft")
    .select(["id", "name"])
    .orderBy("createdAt", "desc")
    .orderBy("id")
    .execute();
}
