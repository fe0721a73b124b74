import { invitationFor, requestLoad, sendInvitations } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";

/**
 * Writes to someone who is asked after the launch, with the same personal link as for all else they are asked in this
 * cycle.
 */
export async function inviteLate(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  person: { personId: string; name: string; address: string; language: string | null },
): Promise<void> {
  const { personId, ...guest } = person;
  const invitationId = await invitationFor(tx, cycle, personId, platform.clock.now());
  const load = await requestLoad(tx, cycle, cycle.id, [personId]);
  const requests = Math.max(1, load.get(personId)?.here ?? 0);
  await sendInvitations(platform, tx, cycle, [{ ...guest, invitationId, requests }]);
}
