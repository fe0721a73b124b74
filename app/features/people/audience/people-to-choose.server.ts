import { type Actor, unitsOf } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { activePeople, type DirectoryPerson } from "../colleague-reads.server.ts";

/** Everyone; where an office is limited those of its units, and whoever was chosen and has moved since. */
export async function peopleToChoose(
  tx: Tx,
  actor: Actor,
  chosen: ReadonlySet<string>,
): Promise<DirectoryPerson[]> {
  const people = await activePeople(tx, actor);
  const units = unitsOf(actor);
  if (units === null) return people;
  return people.filter(
    ({ id, department }) => chosen.has(id) || (department !== null && units.includes(department)),
  );
}
