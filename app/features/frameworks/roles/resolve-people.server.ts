import { findPerson } from "~/features/people/domain/index.ts";
import { peopleMeantBy } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Problem } from "~/platform/errors/problem.ts";

/**
 * Who is meant by lines such as "Ana Lima (ana@x.org)", an address or an employee id: each exactly one person. Whoever
 * left is no one to name anew; those in `known` may stay.
 */
export async function resolvePeople(
  tx: Tx,
  scope: OrganisationScope,
  lines: readonly string[],
  known: readonly string[],
): Promise<{ people: string[]; problems: Problem[] }> {
  const candidates = await peopleMeantBy(tx, scope, ...lines);
  const people = new Set<string>();
  const problems: Problem[] = [];
  for (const line of lines) {
    const found = findPerson(candidates, line);
    const values = { line };
    if (!found.ok) problems.push({ field: "people", code: `person-${found.code}`, values });
    else if (!found.person.active && !known.includes(found.person.id))
      problems.push({ field: "people", code: "person-left", values });
    else people.add(found.person.id);
  }
  return { people: [...people], problems };
}
