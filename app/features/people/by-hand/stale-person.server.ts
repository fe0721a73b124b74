import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type Problems, refuseInput } from "~/platform/errors/outcome.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import { nameablePeople } from "../directory/person-lookup-reads.server.ts";
import { exactly } from "../domain/by-hand/find-person.ts";
import type { KeptPerson } from "../domain/by-hand/history.ts";
import type { PersonInput } from "../domain/by-hand/person-input.ts";
import { PERSON_FIELDS } from "../domain/person.ts";
import { fieldsChangedSince } from "../history/history-reads.server.ts";

/**
 * Why a form that was opened at an earlier revision can't be stored: each field that somebody changed since, with what
 * stands there now, where that is not what was typed. With them goes the revision to send next.
 */
export async function staleProblems(
  tx: Tx,
  scope: OrganisationScope,
  person: KeptPerson,
  seen: number,
  typed: PersonInput,
): Promise<Problems> {
  const changed = await fieldsChangedSince(tx, scope, person.id, seen);
  const problems: Problem[] = PERSON_FIELDS.filter(
    (field) => changed.has(field) && person[field] !== typed[field],
  ).map((field) => changedTo(field, person[field]));
  if (changed.has("manager")) {
    const { managerId } = person;
    const manager = managerId && (await nameablePeople(tx, scope, [managerId])).get(managerId);
    const now = manager ? exactly(manager) : null;
    if (now !== typed.manager) problems.push(changedTo("manager", now));
  }
  const { revision } = person;
  return refuseInput({ code: "stale", values: { revision } }, ...problems);
}

function changedTo(field: string, now: string | null): Problem {
  return now === null
    ? { field, code: "emptied-meanwhile" }
    : { field, code: "changed-meanwhile", values: { now } };
}
