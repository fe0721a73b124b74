import { type RawBuilder, type SqlBool, sql } from "kysely";
import { isLimited } from "~/features/identity/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";

/** Who asks, as far as it matters for which rounds they reach. */
export type Reaching = {
  organisationId: string;
  accountId: string | null;
  role: string;
  units?: readonly string[];
};

/**
 * Whether a `round` of a query asks about nobody but people of an actor's units, as they were written down with it; and
 * of a draft about nobody yet, whether it is their own. True where an office is not limited; who has none is not asked
 * about here, but by the policy.
 */
export function withinReach(actor: Reaching): RawBuilder<SqlBool> {
  if (!isLimited(actor)) return sql<SqlBool>`true`;
  const { organisationId, accountId, units } = actor;
  const ofRound = sql`s.organisation_id = ${organisationId}::uuid AND s.round_id = "round"."id"`;
  return sql<SqlBool>`(
    CASE WHEN EXISTS (SELECT 1 FROM subject s WHERE ${ofRound})
         THEN NOT EXISTS (SELECT 1 FROM subject s WHERE ${ofRound}
                             AND (s.department IS NULL OR s.department <> ALL(${units}::text[])))
         ELSE "round".state = 'draft' AND "round".created_by = ${accountId} END)`;
}

/** The same of one round. */
export async function isInReach(tx: Tx, actor: Reaching, roundId: string): Promise<boolean> {
  if (!isLimited(actor)) return true;
  if (!isId(roundId)) return false;
  const row = await tx
    .selectFrom("round")
    .where("round.organisationId", "=", actor.organisationId)
    .where("round.id", "=", roundId)
    .where(withinReach(actor))
    .select("round.id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether it is there and out of reach: what nobody limited may make of it. */
export async function isOutOfReach(tx: Tx, actor: Reaching, roundId: string): Promise<boolean> {
  if (!isLimited(actor)) return false;
  const row = await tx
    .selectFrom("round")
    .where("round.organisationId", "=", actor.organisationId)
    .where("round.id", "=", roundId)
    .select(withinReach(actor).as("inReach"))
    .executeTakeFirst();
  return row?.inReach === false;
}

/** The round that asks about a subject; null where there is none by that id. */
export async function roundOfSubject(
  tx: Tx,
  actor: Reaching,
  subjectId: string,
): Promise<string | null> {
  if (!isId(subjectId)) return null;
  const row = await tx
    .selectFrom("subject")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", subjectId)
    .select("roundId")
    .executeTakeFirst();
  return row?.roundId ?? null;
}
