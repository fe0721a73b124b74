import type { Actor } from "~/features/identity/index.ts";
import type { DirectoryPerson } from "~/features/people/index.server.ts";
import { languagesOfRound, requestsByPerson } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { peopleInParts } from "../cycle/people-in-parts.server.ts";
import {
  type PlannedLetter,
  type PlannedPerson,
  plannedInvitations,
} from "../domain/launch-plan.ts";

/** What of a cycle its letters depend on. */
export type PlannedCycle = {
  id: string;
  instrumentId: string;
  closesOn: string | null;
  reminderDays: readonly number[];
};

/** The invitations that a launch on this day sends. HR only. */
export async function invitationPlan(
  tx: Tx,
  actor: Actor,
  cycle: PlannedCycle,
  opensOn: string,
): Promise<PlannedLetter[]> {
  const requests = await requestsByPerson(tx, actor, cycle.id);
  const languages = await languagesOfRound(tx, actor, cycle);
  const ids = requests.map(({ personId }) => personId);
  const people = plannedPeople(await peopleInParts(tx, actor, ids));
  const { closesOn, reminderDays } = cycle;
  return plannedInvitations({ opensOn, closesOn, reminderDays, ...languages }, requests, people);
}

/** People as far as letters to them need it. */
export function plannedPeople(
  people: ReadonlyMap<string, DirectoryPerson>,
): Map<string, PlannedPerson> {
  return new Map(
    [...people].map(([id, { name, email, language, status }]) => [
      id,
      { id, name, email, language, active: status === "active" },
    ]),
  );
}
