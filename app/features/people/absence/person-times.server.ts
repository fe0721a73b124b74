import type { Actor } from "~/features/identity/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Absence } from "../domain/at-work.ts";
import { mayChangePeople, maySeeEmployment } from "../policy.ts";
import { keptPeople } from "../store.server.ts";
import { organisationZone } from "../zone-reads.server.ts";
import { absencesOf } from "./absence-reads.server.ts";

/** What a person's page shows of when they work, and to HR of when they leave. */
export type PersonTimes = {
  workingDays: string | null;
  /** What is not over, the earliest first. */
  absences: Absence[];
  leavesOn: string | null;
};

/** When someone works. Between a person and HR: null for everyone else. */
export async function readPersonTimes(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  personId: string,
): Promise<PersonTimes | null> {
  if (!maySeeEmployment(actor, personId)) return null;
  return inOrganisation(platform, actor, async (tx) => {
    const person = (await keptPeople(tx, actor, [personId])).get(personId);
    if (!person) return null;
    const today = todayFor(platform, await organisationZone(tx, actor));
    const absences = await absencesOf(tx, actor, personId);
    return {
      workingDays: person.workingDays,
      absences: absences.filter(({ lastDay }) => lastDay >= today),
      leavesOn: mayChangePeople(actor) ? person.leavesOn : null,
    };
  });
}
