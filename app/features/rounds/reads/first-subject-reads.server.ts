import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ListShape } from "../domain/list-shape.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import { storedShape } from "../store/subject-store.server.ts";

/** Whom a round asks about who comes first by name, for showing what those read who are asked. HR only. */
export async function firstSubject(
  tx: Tx,
  actor: Actor,
  roundId: string,
): Promise<{ name: string; list: ListShape } | null> {
  if (!mayRunRound(actor, roundId)) return null;
  const row = await tx
    .selectFrom("subject")
    .where("organisationId", "=", actor.organisationId)
    .where("roundId", "=", roundId)
    .where("withdrawn", "=", false)
    .select(["name", "list"])
    .orderBy("name")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row ? { name: row.name, list: storedShape(row.list) } : null;
}
