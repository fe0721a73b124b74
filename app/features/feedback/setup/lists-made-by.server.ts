import type { Actor } from "~/features/identity/index.ts";
import { isOwnList } from "~/features/rounds/domain/index.ts";
import { setLists } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { forgetTakenOff } from "../lists/taken-off-store.server.ts";

/**
 * Whole lists were made by HR, by participant's person: given, whoever shaped them before. HR's own is one that the
 * participant shaped.
 */
export async function listsMadeBy(
  tx: Tx,
  actor: Actor,
  cycle: { organisationId: string; id: string },
  participants: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = [...participants.values()];
  await setLists(tx, cycle, ids, "given");
  const own = [...participants].filter(([personId]) => isOwnList(actor, { personId }));
  await setLists(
    tx,
    cycle,
    own.map(([, id]) => id),
    "shaped",
  );
  await forgetTakenOff(tx, cycle, ids);
}
