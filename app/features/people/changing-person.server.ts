import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { KeptPerson } from "./domain/by-hand/history.ts";
import { mayChangePeople } from "./policy.ts";
import { keptPeople, lockPeople } from "./store.server.ts";

/**
 * Does something to one person of the directory whom an actor may change, with people locked; and `before` that what
 * others lock before people.
 */
export async function changingPerson<Result>(
  platform: Pick<Platform, "database">,
  actor: Actor,
  personId: string,
  work: (tx: Tx, person: KeptPerson) => Promise<Result>,
  before?: (tx: Tx) => Promise<void>,
): Promise<Result | Refusal<"not-allowed" | "unknown">> {
  if (!mayChangePeople(actor)) return refuse("not-allowed");
  if (!isId(personId)) return refuse("unknown");
  return inOrganisation(platform, actor, async (tx) => {
    await before?.(tx);
    await lockPeople(tx, actor);
    const person = (await keptPeople(tx, actor, [personId])).get(personId);
    return !person || person.external ? refuse("unknown") : work(tx, person);
  });
}
