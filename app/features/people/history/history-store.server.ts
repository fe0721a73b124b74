import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { PersonChange } from "../domain/by-hand/history.ts";

/** What was changed of one person at once; `revision` is theirs afterwards. */
export type HistoryEntry = { personId: string; revision: number; changes: readonly PersonChange[] };

/** Who changed people, how and when; no account: the clock. */
export type ChangedBy = {
  organisationId: string;
  accountId: string | null;
  way: "hand" | "import" | "command" | "provisioning" | "clock";
  at: Date;
};

/** Writes down what was changed of people, in the transaction that changes them. Nothing for whom nothing was. */
export async function recordHistory(
  tx: Tx,
  { organisationId, accountId, way, at }: ChangedBy,
  entries: readonly HistoryEntry[],
): Promise<void> {
  const rows = entries
    .filter(({ changes }) => changes.length > 0)
    .map(({ personId, revision, changes }) => ({
      ...{ id: newId(), person_id: personId, revision, changes },
    }));
  if (rows.length === 0) return;
  await sql`
    INSERT INTO person_change (organisation_id, at, account_id, way, id, person_id, revision, changes)
    SELECT ${organisationId}::uuid, ${at}, ${accountId}, ${way}, id, person_id, revision, changes
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           AS given (id uuid, person_id uuid, revision integer, changes jsonb)
  `.execute(tx);
}
