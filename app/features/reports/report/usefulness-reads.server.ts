import type { Actor } from "~/features/identity/index.ts";
import { mayRunRound } from "~/features/rounds/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { UsefulnessFigures } from "../domain/usefulness-scale.ts";
import { usefulnessPseudonym } from "./usefulness-store.server.ts";
import { reportsWithRound } from "./whole-report-reads.server.ts";

/** What HR is shown of how useful participants found a cycle; null as long as there are too few ratings. */
export async function usefulnessOf(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<UsefulnessFigures | null> {
  if (!mayRunRound(actor, cycleId) || !isId(cycleId)) return null;
  const row = await tx
    .selectFrom("usefulnessShown")
    .where("organisationId", "=", actor.organisationId)
    .where("cycleId", "=", cycleId)
    .select("figures")
    .executeTakeFirst();
  const figures = row?.figures as { shown: UsefulnessFigures | null } | undefined;
  return figures?.shown ?? null;
}

export type OwnUsefulness = { reportId: string; cycleName: string; rating: number | null };

/** Cycles whose usefulness this participant may rate, newest first, with what they said. */
export async function ownUsefulness(
  tx: Tx,
  actor: Actor,
  secret: string,
): Promise<OwnUsefulness[]> {
  if (!actor.personId) return [];
  const rows = await reportsWithRound(tx, actor)
    .where("subject.personId", "=", actor.personId)
    .where("report.releasedAt", "is not", null)
    .select(["report.id as reportId", "report.cycleId", "round.name as cycleName"])
    .orderBy("report.releasedAt", "desc")
    .execute();
  const own: OwnUsefulness[] = [];
  for (const { cycleId, ...row } of rows) {
    const given = await tx
      .selectFrom("usefulness")
      .where("organisationId", "=", actor.organisationId)
      .where("cycleId", "=", cycleId)
      .where("pseudonym", "=", usefulnessPseudonym(secret, cycleId, actor.personId))
      .select("rating")
      .executeTakeFirst();
    own.push({ ...row, rating: given?.rating ?? null });
  }
  return own;
}
