import { recordAudit } from "~/features/identity/index.server.ts";
import { lockPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { letLeaveNow, mayLeave } from "../departures/let-leave.server.ts";
import type { Read } from "../domain/scim-fault.ts";
import type { Provider } from "../provider.ts";
import { knownUser } from "./change-user.server.ts";
import { deleteLink } from "./user-store.server.ts";

/**
 * Lets somebody leave at once, and keeps them for the provider no longer. Their record stays: nobody is deleted, and
 * whoever comes back under the same address or employee id is taken over again.
 */
export async function deleteUser(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  provider: Provider,
  which: { id: string; ifMatch: string | null },
): Promise<Read<void>> {
  await lockPeople(tx, provider);
  const known = await knownUser(tx, provider, which);
  if (!known.ok) return known;
  const { id, status } = known.value;
  if (status === "active") {
    const refused = await mayLeave(platform, tx, provider, id);
    if (refused) return refused;
    await letLeaveNow(platform, tx, provider, id);
  }
  await deleteLink(tx, provider, id);
  await recordAudit(platform, tx, provider, {
    ...{ action: "provisioning.released", subjectKind: "person", subjectId: id },
    detail: { token: provider.tokenId },
  });
  return { ok: true, value: undefined };
}
