import { holdersOf, lockPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { readUser } from "../domain/read-user.ts";
import { type Read, taken } from "../domain/scim-fault.ts";
import type { User } from "../domain/user-resource.ts";
import type { Provider } from "../provider.ts";
import { type StoreParts, storeUser, whomById } from "./store-user.server.ts";
import { userById } from "./user-reads.server.ts";

/**
 * Begins keeping somebody for a provider. Who is in the directory already, by employee id or address, is taken over
 * with all that is theirs, former colleagues too; who is kept already is refused.
 */
export async function createUser(
  platform: StoreParts,
  tx: Tx,
  provider: Provider,
  body: unknown,
): Promise<Read<User>> {
  const changes = readUser(body);
  if (!changes.ok) return changes;
  await lockPeople(tx, provider);
  const { employeeNumber: employeeId = null, email: given, userName } = changes.value;
  const email = given ?? (userName?.includes("@") ? userName : null);
  const lookedUp = { email, employeeId };
  const { ofEmail, ofEmployeeId } = await holdersOf(tx, provider, lookedUp, null);
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

function found(user: User | null): Read<User> {
  if (!user) throw new Error("somebody who was stored is not there");
  return { ok: true, value: user };
}
