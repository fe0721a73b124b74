import type { DirectoryPerson } from "~/features/people/index.server.ts";
import { newId } from "~/platform/db/ids.ts";

type CycleKey = { organisationId: string; id: string };

/** What is written down about a participant: as they are now, and at launch once more. */
export function snapshotOf(person: DirectoryPerson) {
  const { name, jobTitle, jobLevel, department, country, managerId } = person;
  return { name, jobTitle, jobLevel, department, country, managerId };
}

/** A person as a participant of a cycle. */
export function participantRow(cycle: CycleKey, person: DirectoryPerson) {
  const { organisationId, id: cycleId } = cycle;
  return { organisationId, id: newId(), cycleId, personId: person.id, ...snapshotOf(person) };
}

type Asked = {
  personId: string;
  relationship: string;
  /** The participant put them on the list; otherwise HR, a file or the org tree did. */
  byParticipant?: boolean;
};

/** A request that has not been sent yet. */
export function raterRow(
  cycle: CycleKey,
  participantId: string,
  { personId, relationship, byParticipant = false }: Asked,
) {
  const { organisationId, id: cycleId } = cycle;
  const asked = { personId, relationship, byParticipant, state: "chosen" };
  return { organisationId, id: newId(), cycleId, participantId, ...asked };
}
