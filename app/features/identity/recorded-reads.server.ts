import { z } from "zod";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Actor } from "./domain/actor.ts";
import { mayAdminister } from "./policy.ts";

const detail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What the newest record of something done to somebody says beside it. Administrators only: null for everyone else. */
export async function recordedDetail(
  tx: Tx,
  actor: Actor,
  { action, subjectId }: { action: string; subjectId: string },
): Promise<z.infer<typeof detail> | null> {
  const row = await newest(tx, actor, { action, subjectId });
  return row ? detail.parse(row.detail) : null;
}

/** When something was last done to somebody. Administrators only: null for everyone else. */
export async function lastRecordedAt(
  tx: Tx,
  actor: Actor,
  { action, subjectId }: { action: string; subjectId: string },
): Promise<Date | null> {
  return (await newest(tx, actor, { action, subjectId }))?.at ?? null;
}

async function newest(
  tx: Tx,
  actor: Actor,
  { action, subjectId }: { action: string; subjectId: string },
) {
  if (!mayAdminister(actor)) return undefined;
  return tx
    .selectFrom("auditRecord")
    .where("organisationId", "=", actor.organisationId)
    .where("action", "=", action)
    .where("subjectId", "=", subjectId)
    .select(["at", "detail"])
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
}
