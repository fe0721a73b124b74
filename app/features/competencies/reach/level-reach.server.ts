import type { Actor } from "~/features/identity/index.ts";
import {
  activePeople,
  type DirectoryPerson,
  idsBelow,
  peopleAbove,
  peopleByIds,
} from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type LevelsOf, mayReadLevelsOf } from "../policy.ts";

export type PersonWithLevels = DirectoryPerson & { levelsOf: LevelsOf };

/** Somebody of the directory, with what policies ask of whose levels are meant; null when nobody is meant. */
export async function whoseLevels(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<PersonWithLevels | null> {
  if (!isId(personId)) return null;
  const [person] = await peopleByIds(tx, scope, [personId]);
  if (!person || person.external) return null;
  const above = (await peopleAbove(tx, scope, personId)).map(({ id }) => id);
  const hasLeft = person.status !== "active";
  return { ...person, levelsOf: { personId, department: person.department, above, hasLeft } };
}

/**
 * The same, where an actor may read levels of that person; null where they may not, as if there were nobody. Of former
 * colleagues HR alone reads, who looks them up as well: there is nothing left to staff.
 */
export async function personToRead(
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<PersonWithLevels | null> {
  const person = await whoseLevels(tx, actor, personId);
  return person && mayReadLevelsOf(actor, person.levelsOf) ? person : null;
}

/** Everybody at work whose levels an actor may read for staffing, by name, themselves among them. */
export async function peopleToRead(tx: Tx, actor: Actor): Promise<DirectoryPerson[]> {
  const { personId, role } = actor;
  const ofUnits = role === "admin" || role === "unit-admin";
  const below = personId === null ? [] : await idsBelow(tx, actor, personId);
  const led = new Set(below);
  const people = ofUnits
    ? await activePeople(tx, actor)
    : await peopleByIds(tx, actor, personId === null ? [] : [...below, personId]);
  return people.filter(({ id, status, external, department }) => {
    const above = personId !== null && led.has(id) ? [personId] : [];
    const isHere = status === "active" && !external;
    return isHere && mayReadLevelsOf(actor, { personId: id, department, above, hasLeft: false });
  });
}
