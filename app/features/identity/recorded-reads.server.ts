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
  if (!mayAdminister(actor)) return null;
  const row = await tx
    .selectFrom("auditRecord")
    .where("organisationId", "=", actor.organisationId)
    .where("action", "=", action)
    .where("subjectId", "=", subjectId)
    .select("detail")
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? detail.parse(row.detail) : null;
}
