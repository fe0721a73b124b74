import type { Actor } from "~/features/identity/index.ts";
import { isOwnList, shapeAfterChange } from "~/features/rounds/domain/index.ts";
import { storedShape, updateSubject } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";

/** Notes whose a list is now that someone put a person on it or took one off, in the transaction that did. */
export async function noteListChanged(
  tx: Tx,
  actor: Actor,
  participant: { id: string; personId: string; list: string },
): Promise<void> {
  const before = storedShape(participant.list);
  const list = shapeAfterChange(before, isOwnList(actor, participant));
  if (list !== before) await updateSubject(tx, actor, participant.id, { list });
}
