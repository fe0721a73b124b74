import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { recordAudit } from "../record-audit.server.ts";
import { type Settling, settle } from "./address-change-store.server.ts";

/**
 * Settles changes by somebody's word, in the caller's transaction: what came due is sent soon, or administrators are
 * told.
 */
export async function settleChange(
  { clock, jobs }: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  { organisationId }: OrganisationScope,
  ids: readonly string[],
  word: "confirmed" | "refused",
  settling: Settling,
): Promise<void> {
  const { how, by } = settling;
  await settle(tx, { organisationId }, ids, word, { ...settling, at: clock.now() });
  const [subjectId] = ids;
  await recordAudit(
    { clock },
    tx,
    { organisationId, accountId: by },
    {
      action: `address.${word}`,
      subjectKind: "address-change",
      ...(ids.length === 1 && subjectId ? { subjectId } : {}),
      detail: { how, changes: ids.length },
    },
  );
  const queue = word === "confirmed" ? "send-held-letters" : "tell-of-addresses";
  await jobs.enqueue(tx, queue, [{ organisationId }]);
}
