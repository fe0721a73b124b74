import { recordAudit } from "~/features/identity/index.server.ts";
import { lockPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Group, groupVersion } from "../domain/group-resource.ts";
import { type GroupChanges, patchGroup, readGroup } from "../domain/read-group.ts";
import { readPatch } from "../domain/read-patch.ts";
import { CHANGED_SINCE, nothingHere, type Read } from "../domain/scim-fault.ts";
import { matchesVersion } from "../domain/version.ts";
import type { Provider } from "../provider.ts";
import { groupById } from "./group-reads.server.ts";
import { deleteGroup } from "./group-store.server.ts";
import { storeGroup } from "./store-group.server.ts";

type Parts = Pick<Platform, "clock">;
/** `ifMatch`: the versions one of which it must have; null: whichever. */
type Which = { id: string; ifMatch: string | null };

/** Keeps a group for a provider. It is of nobody's department, and gives nobody a right by itself. */
export async function createGroup(
  platform: Parts,
  tx: Tx,
  provider: Provider,
  body: unknown,
): Promise<Read<Group>> {
  const changes = readGroup(body);
  if (!changes.ok) return changes;
  await lockPeople(tx, provider);
  const stored = await storeGroup(platform, tx, provider, null, changes.value);
  return stored.ok ? whole(tx, provider, stored.value, true) : stored;
}

/** Changes a group as the operations of a PATCH say. @returns it without its members. */
export function patchGroupById(
  platform: Parts,
  tx: Tx,
  provider: Provider,
  which: Which,
  body: unknown,
): Promise<Read<Group>> {
  return changing(platform, tx, provider, { ...which, members: false }, () => {
    const operations = readPatch(body);
    return operations.ok ? patchGroup(operations.value) : operations;
  });
}

/** Replaces a group: members who are not named are not in it any more. */
export function replaceGroup(
  platform: Parts,
  tx: Tx,
  provider: Provider,
  which: Which,
  body: unknown,
): Promise<Read<Group>> {
  return changing(platform, tx, provider, { ...which, members: true }, () => {
    const changes = readGroup(body);
    if (!changes.ok || changes.value.members.length > 0) return changes;
    return { ok: true, value: { ...changes.value, members: [{ kind: "set", ids: [] }] } };
  });
}

/** Keeps a group no longer. Its members stay who they are. */
export async function removeGroup(
  platform: Parts,
  tx: Tx,
  provider: Provider,
  which: Which,
): Promise<Read<void>> {
  await lockPeople(tx, provider);
  const known = await knownGroup(tx, provider, which);
  if (!known.ok) return known;
  await deleteGroup(tx, provider, known.value.id);
  await recordAudit(platform, tx, provider, {
    action: "provisioning.group-removed",
    ...{ subjectKind: "provisioned-group", subjectId: known.value.id },
    detail: { token: provider.tokenId },
  });
  return { ok: true, value: undefined };
}

async function changing(
  platform: Parts,
  tx: Tx,
  provider: Provider,
  { members, ...which }: Which & { members: boolean },
  changesOf: () => Read<GroupChanges>,
): Promise<Read<Group>> {
  await lockPeople(tx, provider);
  const known = await knownGroup(tx, provider, which);
  if (!known.ok) return known;
  const changes = changesOf();
  if (!changes.ok) return changes;
  const stored = await storeGroup(platform, tx, provider, known.value, changes.value);
  return stored.ok ? whole(tx, provider, stored.value, members) : stored;
}

async function knownGroup(
  tx: Tx,
  provider: Provider,
  { id, ifMatch }: Which,
): Promise<Read<Group>> {
  const group = await groupById(tx, provider, id, false);
  if (!group) return nothingHere(id);
  if (ifMatch !== null && !matchesVersion(ifMatch, groupVersion(group))) return CHANGED_SINCE;
  return { ok: true, value: group };
}

async function whole(
  tx: Tx,
  provider: Provider,
  id: string,
  withMembers: boolean,
): Promise<Read<Group>> {
  const group = await groupById(tx, provider, id, withMembers);
  return group ? { ok: true, value: group } : nothingHere(id);
}
