import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { NoticeDays } from "../domain/expiry.ts";

export type Notice = { evidenceId: string; days: NoticeDays; sentOn: string };

/** Remembers notices. @returns the evidence whose notice was not remembered before, by another process for one. */
export async function rememberNotices(
  tx: Tx,
  { organisationId }: OrganisationScope,
  notices: readonly Notice[],
): Promise<Set<string>> {
  if (notices.length === 0) return new Set();
  const rows = await tx
    .insertInto("evidenceNotice")
    .values(notices.map((notice) => ({ organisationId, ...notice })))
    .onConflict((conflict) =>
      conflict.columns(["organisationId", "evidenceId", "days"]).doNothing(),
    )
    .returning("evidenceId")
    .execute();
  return new Set(rows.map(({ evidenceId }) => evidenceId));
}
