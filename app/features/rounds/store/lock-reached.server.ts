import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Reaching } from "../lent-reads.server.ts";
import { isInReach } from "../reach/reach-reads.server.ts";

/**
 * A round, locked or held by `lock`, if it is within reach still: whom it asks about may have changed since whoever
 * asks was let into it. Null where it is not, as where there is none.
 */
export async function lockReached<Row extends object>(
  lock: (tx: Tx, scope: OrganisationScope, id: string) => Promise<Row | null>,
  tx: Tx,
  actor: Reaching,
  id: string,
): Promise<Row | null> {
  const row = await lock(tx, actor, id);
  return row && (await isInReach(tx, actor, id)) ? row : null;
}
