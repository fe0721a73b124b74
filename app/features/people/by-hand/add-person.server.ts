import type { z } from "zod";
import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, type Problems, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { addPeople, changePeople } from "../change-people.server.ts";
import { holdersOf } from "../directory/person-lookup-reads.server.ts";
import { personInput } from "../domain/by-hand/person-input.ts";
import { mayChangePeople } from "../policy.ts";
import { keptPeople, lockPeople } from "../store.server.ts";
import { settlePerson } from "./settle-person.server.ts";

export const addPersonInput: typeof personInput = personInput;

/**
 * Adds someone to the directory. Whoever was asked for feedback from outside by that address becomes an ordinary
 * person, as by an import. A former colleague is not added again: what is theirs stays with their record.
 */
export async function addPerson(
  platform: Pick<Platform, "database" | "clock" | "jobs">,
  actor: Actor,
  typed: z.output<typeof addPersonInput>,
): Promise<Outcome<{ personId: string }, "not-allowed"> | Problems> {
  if (!mayChangePeople(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    await lockPeople(tx, actor);
    const { ofEmail } = await holdersOf(tx, actor, { email: typed.email, employeeId: null }, null);
    const outside = ofEmail?.external ? ofEmail.id : null;
    const before = outside ? ((await keptPeople(tx, actor, [outside])).get(outside) ?? null) : null;
    const settled = await settlePerson(tx, actor, typed, before);
    if (!settled.ok) return settled;
    const { facts, managerId } = settled.value;
    const personId = outside ?? newId();
    const person = { ...facts, id: personId, managerId, status: "active" as const };
    if (outside) await changePeople(platform, tx, actor, "hand", [person]);
    else await addPeople(platform, tx, actor, "hand", [person]);
    await recordAudit(platform, tx, actor, {
      action: "person.added",
      subjectKind: "person",
      subjectId: personId,
    });
    return accept({ personId });
  });
}
