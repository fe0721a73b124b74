import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import { type ExternalPersonProblem, readExternalPerson } from "./domain/external-person.ts";
import { holderOfAddress } from "./external-store.server.ts";
import { insertPeople, lockPeople } from "./store.server.ts";

export type ExternalPersonOutcome =
  | Outcome<{ personId: string; added: boolean }, ExternalPersonProblem | "left">
  | {
      ok: false;
      reason: "in-directory";
      person: { id: string; name: string; jobTitle: string | null };
    };

/**
 * Someone from outside, by name and address, in the caller's transaction. An address that is known from outside
 * already means the same person; one of the directory means that colleague, and nothing is added.
 */
export async function addExternalPerson(
  tx: Tx,
  scope: OrganisationScope,
  typed: { name: string; address: string; language?: string },
  at: Date,
): Promise<ExternalPersonOutcome> {
  const read = readExternalPerson(typed);
  if (!read.ok) return read;
  const { name, address, language } = read.value;
  await lockPeople(tx, scope);
  const holder = await holderOfAddress(tx, scope, address);
  if (holder?.external) return accept({ personId: holder.id, added: false });
  if (holder && !holder.active) return refuse("left");
  if (holder) {
    const { id, jobTitle } = holder;
    return { ok: false, reason: "in-directory", person: { id, name: holder.name, jobTitle } };
  }
  const id = newId();
  await insertPeople(tx, scope, [{ id, name, email: address, language, external: true }], at);
  return accept({ personId: id, added: true });
}
