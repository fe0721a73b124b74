import { setImmediate as otherWork } from "node:timers/promises";
import { type DirectoryPerson, peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

const PART = 500;

/** Many people by id. Read in parts, so that pages stay quick while thousands are. */
export async function peopleInParts(
  tx: Tx,
  scope: OrganisationScope,
  ids: readonly string[],
): Promise<Map<string, DirectoryPerson>> {
  const people = new Map<string, DirectoryPerson>();
  for await (const part of inParts(ids, PART))
    for (const person of await peopleByIds(tx, scope, part)) people.set(person.id, person);
  return people;
}

/** A long list in parts; between them the process turns to other work. */
export async function* inParts<Value>(
  values: readonly Value[],
  size: number,
): AsyncGenerator<Value[]> {
  for (let start = 0; start < values.length; start += size) {
    yield values.slice(start, start + size);
    await otherWork();
  }
}
