import { recordAudit } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Group } from "../domain/group-resource.ts";
import type { GroupChanges } from "../domain/read-group.ts";
import { badRequest, type Read, taken } from "../domain/scim-fault.ts";
import type { Provider } from "../provider.ts";
import { changeMembers, unknownMember } from "./change-members.server.ts";
import { holdersOfGroupNames, insertGroup, updateGroup } from "./group-store.server.ts";

/** Carries out what a provider says of a group, with people locked: all of it, or nothing. @returns its id. */
export async function storeGroup(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  provider: Provider,
  before: Group | null,
  { members, ...given }: GroupChanges,
): Promise<Read<string>> {
  const { displayName, externalId = null } = { ...before, ...given };
  if (!displayName) return badRequest("invalidValue", "displayName is required.");
  const names = { displayName, externalId };
  const held = await holdersOfGroupNames(tx, provider, names, before?.id ?? null);
  if (held.displayName) return taken("displayName");
  if (held.externalId) return taken("externalId");
  const known = await unknownMember(tx, provider, members);
  if (!known.ok) return known;
  const id = before?.id ?? newId();
  if (!before) await insertGroup(tx, provider, id, names, clock.now());
  const changed = await changeMembers(tx, provider, id, members);
  const renamed = displayName !== before?.displayName || externalId !== before?.externalId;
  if (before && (changed > 0 || renamed)) await updateGroup(tx, provider, id, names, clock.now());
  if (!before || changed > 0 || renamed)
    await recordAudit({ clock }, tx, provider, {
      action: before ? "provisioning.group-changed" : "provisioning.group-added",
      ...{ subjectKind: "provisioned-group", subjectId: id },
      detail: { token: provider.tokenId, members: changed },
    });
  return { ok: true, value: id };
}
