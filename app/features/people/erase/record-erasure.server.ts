import { recordAudit } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Counted } from "~/platform/feature/personal.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** What the record of an erasure is called. */
export const ERASED = "person.erased";

/** Writes down that somebody was erased, and how much of what went. No account: their time had come. */
export function recordErasure(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  by: { organisationId: string; accountId: string | null },
  personId: string,
  counts: readonly Counted[],
): Promise<void> {
  return recordAudit(platform, tx, by, {
    action: ERASED,
    subjectKind: "person",
    subjectId: personId,
    detail: Object.fromEntries(counts.map(({ word, count }) => [word, count])),
  });
}
