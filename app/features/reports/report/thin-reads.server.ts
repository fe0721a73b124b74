import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";

type CycleKey = { organisationId: string; id: string };

/** A group that is not named: enough people answered in it, whether what they said is shown or not. */
const GROUP = "$.groups[*] ? (@.identified == false)";

/**
 * Participants whose report waits to be released and has no group of others, because too few answered: it holds their
 * own view, and their manager's where there is one. Told by how many answered, never by what is shown: a report that
 * hides figures because all said nearly the same is not among these.
 */
export async function thinReports(tx: Tx, cycle: CycleKey): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("report")
    .where("organisationId", "=", cycle.organisationId)
    .where("cycleId", "=", cycle.id)
    .where("releasedAt", "is", null)
    .where(sql<boolean>`NOT jsonb_path_exists(result, ${GROUP}::jsonpath)`)
    .select("participantId")
    .execute();
  return new Set(rows.map((row) => row.participantId));
}
