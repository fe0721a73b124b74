import { holdersOf, lockPeopleInstead, lockToAdd } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { readUser, type UserChanges } from "../domain/read-user.ts";
import { type Read, taken } from "../domain/scim-fault.ts";
import type { User } from "../domain/user-resource.ts";
import type { Provider } from "../provider.ts";
import { type StoreParts, storeUser, whomById } from "./store-user.server.ts";
import { userById } from "./user-reads.server.ts";
import { awaiting } from "./user-store.server.ts";

/**
 * Begins keeping somebody for a provider. Who is in the directory already, by employee id or address, is taken over
 * with all that is theirs, former colleagues too; who is kept already is refused. Many may be made at once.
 */
export async function createUser(
  platform: StoreParts,
  tx: Tx,
  provider: Provider,
  body: unknown,
): Promise<Read<User>> {
  const changes = readUser(body);
  if (!changes.ok) return changes;
  const lookedUp = identifiersIn(changes.value);
  const { ofEmail, ofEmployeeId } = await lockedHolders(tx, provider, changes.value, lookedUp);
  // Two records of somebody are for HR to merge.
  if (ofEmail && ofEmployeeId && ofEmail.id !== ofEmployeeId.id)
    return taken("The e-mail address or the employee id");
  const there = ofEmployeeId ?? ofEmail;
  const whom = there ? await whomById(tx, provider, there.id) : { before: null, link: null };
  if (whom.link) return taken("This user");
  const said = { active: true, ...changes.value };
  const stored = await storeUser(platform, tx, provider, { ...whom, lookedUp }, said);
  if (!stored.ok) return stored;
  return found(await userById(tx, provider, stored.value));
}

type Identifiers = { email: string | null; employeeId: string | null };

function identifiersIn({ employeeNumber, email: given, userName }: UserChanges): Identifiers {
  const email = given ?? (userName?.includes("@") ? userName : null);
  return { email, employeeId: employeeNumber ?? null };
}

/**
 * Who in the directory has one of somebody's names, locked: only those names, where it is somebody new for whom nobody
 * waits, as for most of a first provisioning, so that fifty thousand need not queue; else people.
 */
async function lockedHolders(
  tx: Tx,
  provider: Provider,
  { userName, externalId, manager }: UserChanges,
  identifiers: Identifiers,
) {
  const own = [userName, externalId, identifiers.employeeId].filter((name) => !!name) as string[];
  const mentioned = manager ? [manager] : [];
  const { email } = identifiers;
  await lockToAdd(tx, provider, { own: email ? [...own, email] : own, mentioned });
  const holders = await holdersOf(tx, provider, identifiers, null);
  const isAlone = !holders.ofEmail && !holders.ofEmployeeId;
  if (isAlone && (await awaiting(tx, provider, own)).length === 0) return holders;
  await lockPeopleInstead(tx, provider);
  return holdersOf(tx, provider, identifiers, null);
}

function found(user: User | null): Read<User> {
  if (!user) throw new Error("somebody who was stored is not there");
  return { ok: true, value: user };
}
