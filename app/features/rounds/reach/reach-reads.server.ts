import { isLimited } from "~/features/identity/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { RoundKind } from "../domain/round.ts";
import { type Reaching, withinReach } from "../lent-reads.server.ts";

/** Whether a round is within reach, as `withinReach` says of many. */
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

/** Whether there is a round of a kind by that id, in reach or not. */
export async function isOfKind(
  tx: Tx,
  { organisationId }: Pick<Reaching, "organisationId">,
  roundId: string,
  kinds: readonly RoundKind[],
): Promise<boolean> {
  if (!isId(roundId)) return false;
  const row = await tx
    .selectFrom("round")
    .where("organisationId", "=", organisationId)
    .where("id", "=", roundId)
    .where("kind", "in", kinds)
    .select("id")
    .executeTakeFirst();
  return row !== undefined;
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
