import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import { declinesAmong } from "./declined-store.server.ts";

/**
 * Who of these people does without a kind of letter: nobody, where that can't be done without. For whoever counts whom
 * a letter goes to; `queueMessages` asks for itself.
 */
export async function whoDeclined(
  tx: Tx,
  scope: OrganisationScope,
  { name, mayBeDeclined }: KindOfLetter,
  personIds: readonly string[],
): Promise<Set<string>> {
  if (!mayBeDeclined) return new Set();
  const declined = await declinesAmong(tx, scope, personIds, [name]);
  return new Set(personIds.filter((personId) => declined.has(`${personId} ${name}`)));
}
