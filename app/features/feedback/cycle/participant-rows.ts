import type { DirectoryPerson } from "~/features/people/index.server.ts";
import type { Relationship } from "~/features/questionnaires/domain/index.ts";
import { newId } from "~/platform/db/ids.ts";

type CycleKey = { organisationId: string; id: string };

/** What is written down about a participant: as they are now, and at launch once more. */
export function snapshotOf(person: DirectoryPerson) {
  const { name, jobTitle, jobLevel, department, country, managerId } = person;
  return { name, jobTitle, jobLevel, department, country, managerId };
}

/** A person as a participant of a cycle. */
export function participantRow(cycle: CycleKey, person: DirectoryPerson) {
  const { organisationId, id: roundId } = cycle;
  return { organisationId, id: newId(), roundId, personId: person.id, ...snapshotOf(person) };
}

type Asked = {
  personId: string;
  relationship: Relationship;
  /** The participant put them on the list; otherwise HR, a file or the org tree did. */
  byParticipant?: boolean;
};

/** A request that has not been sent yet. */
export function raterRow(
  participantId: string,
  { personId, relationship, byParticipant: bySubject = false }: Asked,
) {
  return { id: newId(), subjectId: participantId, personId, relationship, bySubject };
}
