import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Problems, refuseInput } from "~/platform/errors/outcome.ts";
import { languages } from "~/platform/i18n/language.ts";
import {
  holdersOf,
  nameablePeople,
  peopleAbove,
  peopleMeantBy,
} from "../directory/person-lookup-reads.server.ts";
import {
  factProblems,
  factsIn,
  managerProblem,
  type PersonProblem,
  takenProblems,
} from "../domain/by-hand/decide-person.ts";
import { exactly, findPerson } from "../domain/by-hand/find-person.ts";
import type { KeptPerson } from "../domain/by-hand/history.ts";
import type { PersonInput } from "../domain/by-hand/person-input.ts";
import type { PersonFacts } from "../domain/person.ts";

export type SettledPerson = { facts: PersonFacts; managerId: string | null };

/**
 * What was typed about someone, as it would be stored, with people locked; or all that is wrong with it. `before`: the
 * record that is changed, null for somebody new.
 */
export async function settlePerson(
  tx: Tx,
  scope: OrganisationScope,
  typed: PersonInput,
  before: KeptPerson | null,
): Promise<{ ok: true; value: SettledPerson } | Problems> {
  const problems: PersonProblem[] = factProblems(typed, before, languages);
  problems.push(...takenProblems(typed, await holdersOf(tx, scope, typed, before?.id ?? null)));
  const manager = await settleManager(tx, scope, typed.manager, before);
  if (typeof manager === "object" && manager !== null) problems.push(manager);
  else if (problems.length === 0) return accept({ facts: factsIn(typed), managerId: manager });
  return refuseInput(...problems);
}

/** The id of the manager that is meant, null for none, or what is wrong with it. */
async function settleManager(
  tx: Tx,
  scope: OrganisationScope,
  text: string | null,
  before: KeptPerson | null,
): Promise<string | null | PersonProblem> {
  if (text === null) return null;
  const ownId = before?.managerId ?? null;
  const own = ownId && (await nameablePeople(tx, scope, [ownId])).get(ownId);
  // Whoever stood there may stay, also where nothing tells them from others of their name.
  if (own && exactly(own) === text) return own.id;
  const found = findPerson(await peopleMeantBy(tx, scope, text), text);
  const above = found.ok ? await peopleAbove(tx, scope, found.person.id) : [];
  const problem = managerProblem(found, before?.id ?? null, above);
  return problem ?? (found.ok ? found.person.id : null);
}
