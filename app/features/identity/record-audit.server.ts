import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { noteDue } from "~/platform/due/due-store.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { insertAuditRecord } from "./store.server.ts";

export type AuditEntry = {
  action: string;
  subjectKind: string;
  subjectId?: string;
  /** Counts and settings only: never a name, an address or an answer. */
  detail?: Record<string, string | number | boolean | null>;
};

/**
 * Writes an append-only record in the transaction of the change itself: both happen or neither does. What was changed
 * may bring something about by the clock, so the organisation is looked at the next time that somebody comes by it.
 */
export async function recordAudit(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  by: { organisationId: string; accountId: string | null },
  entry: AuditEntry,
): Promise<void> {
  const at = clock.now();
  await noteDue(tx, by, "time", at);
  await insertAuditRecord(tx, {
    organisationId: by.organisationId,
    id: newId(),
    at,
    accountId: by.accountId,
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId ?? null,
    detail: JSON.stringify(entry.detail ?? {}),
  });
}
