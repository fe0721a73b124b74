import { lockPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { patchUser } from "../domain/patch-user.ts";
import { readPatch } from "../domain/read-patch.ts";
import { readUser, type UserChanges } from "../domain/read-user.ts";
import { CHANGED_SINCE, nothingHere, type Read } from "../domain/scim-fault.ts";
import { factsOf, replacing } from "../domain/settle-user.ts";
import type { UserFacts } from "../domain/user-attributes.ts";
import { type User, versionOf } from "../domain/user-resource.ts";
import { matchesVersion } from "../domain/version.ts";
import type { Provider } from "../provider.ts";
import { organisationRecord, type StoreParts, storeUser } from "./store-user.server.ts";
import { userById } from "./user-reads.server.ts";
import { type Link, linkOf } from "./user-store.server.ts";

/** `ifMatch`: the versions one of which it must have; null: whichever. */
type Which = { id: string; ifMatch: string | null };

/** Changes somebody as the operations of a PATCH say. */
export function patchUserById(
  platform: StoreParts,
  tx: Tx,
  provider: Provider,
  which: Which,
  body: unknown,
): Promise<Read<User>> {
  return changing(platform, tx, provider, which, (now) => {
    const operations = readPatch(body);
    return operations.ok ? patchUser(now, operations.value) : operations;
  });
}

/** Replaces what a provider ever said of somebody by what it says now. */
export function replaceUser(
  platform: StoreParts,
  tx: Tx,
  provider: Provider,
  which: Which,
  body: unknown,
): Promise<Read<User>> {
  return changing(platform, tx, provider, which, (_, { said }) => {
    const changes = readUser(body);
    return changes.ok ? { ok: true, value: replacing(changes.value, said) } : changes;
  });
}

async function changing(
  platform: StoreParts,
  tx: Tx,
  provider: Provider,
  { id, ifMatch }: Which,
  changesOf: (now: UserFacts, link: Link) => Read<UserChanges>,
): Promise<Read<User>> {
  await lockPeople(tx, provider);
  const known = await knownUser(tx, provider, { id, ifMatch });
  if (!known.ok) return known;
  const before = await organisationRecord(tx, provider, known.value.id);
  const link = await linkOf(tx, provider, known.value.id);
  if (!before || !link) return nothingHere(id);
  const changes = changesOf(factsOf(before, link, before.managerId), link);
  if (!changes.ok) return changes;
  const stored = await storeUser(platform, tx, provider, { before, link }, changes.value);
  if (!stored.ok) return stored;
  const after = await userById(tx, provider, id);
  return after ? { ok: true, value: after } : nothingHere(id);
}

/** Somebody whom a provider keeps, at the version it means. */
export async function knownUser(
  tx: Tx,
  provider: Provider,
  { id, ifMatch }: Which,
): Promise<Read<User>> {
  const user = await userById(tx, provider, id);
  if (!user) return nothingHere(id);
  if (ifMatch !== null && !matchesVersion(ifMatch, versionOf(user))) return CHANGED_SINCE;
  return { ok: true, value: user };
}
