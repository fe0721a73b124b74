import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { KeptPerson } from "../domain/by-hand/history.ts";
import { mayChooseForThemselves } from "../policy.ts";
import { keptPeople, lockPeople } from "../store.server.ts";

/** Does something to the record of whoever asks, with people locked; whose it is comes from the session alone. */
export async function changingOneself<Result>(
  platform: Pick<Platform, "database">,
  actor: Actor,
  work: (tx: Tx, person: KeptPerson) => Promise<Result>,
): Promise<Result | Refusal<"not-allowed">> {
  const { personId } = actor;
  if (personId === null || !mayChooseForThemselves(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    await lockPeople(tx, actor);
    const person = (await keptPeople(tx, actor, [personId])).get(personId);
    if (!person || person.external || person.status !== "active") return refuse("not-allowed");
    return work(tx, person);
  });
}
