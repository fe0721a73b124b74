import type { Actor } from "~/features/identity/index.ts";
import { isId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { directReports, peopleByIds } from "../colleague-reads.server.ts";
import { displayName } from "../domain/display-name.ts";
import type { PersonStatus } from "../domain/person.ts";
import { mayChangePeople } from "../policy.ts";
import { keptPeople } from "../store.server.ts";

/** What tells somebody from others of the same name, beside a page that changes them. */
export type PersonAbout = {
  id: string;
  name: string;
  jobTitle: string | null;
  department: string | null;
  email: string | null;
  employeeId: string | null;
  status: PersonStatus;
  manager: { id: string; name: string } | null;
  /** How many report to them. */
  team: number;
};

/** HR only: null for everyone else. */
export async function readPersonAbout(
  platform: Pick<Platform, "database">,
  actor: Actor,
  personId: string,
): Promise<PersonAbout | null> {
  if (!mayChangePeople(actor) || !isId(personId)) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const person = (await keptPeople(tx, actor, [personId])).get(personId);
    if (!person || person.external) return null;
    const { id, jobTitle, department, email, employeeId, status, managerId } = person;
    const [manager] = await peopleByIds(tx, actor, managerId ? [managerId] : []);
    return {
      ...{ id, jobTitle, department, email, employeeId, status },
      name: displayName(person),
      manager: manager ? { id: manager.id, name: manager.name } : null,
      team: await directReports(tx, actor, personId),
    };
  });
}
