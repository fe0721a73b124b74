import { daysBetween } from "~/platform/calendar/days.ts";
import { displayName } from "../display-name.ts";
import type { PersonFacts } from "../person.ts";
import { exactly, type FoundPerson, type Nameable } from "./find-person.ts";
import type { KeptPerson } from "./history.ts";
import type { PersonInput } from "./person-input.ts";
import { listedZone } from "./zones.ts";

/** What is wrong with what was typed about a person. */
export type PersonProblem = {
  field?: keyof PersonInput;
  code: string;
  values?: Readonly<Record<string, string | number>>;
};

const CANDIDATES_NAMED = 5;

/**
 * What can be told from the record alone: that they could be found again, that dates fit, and that zone and language
 * are of the lists. What stood there before may stay, whatever it is.
 */
export function factProblems(
  typed: PersonInput,
  before: KeptPerson | null,
  spoken: readonly string[],
): PersonProblem[] {
  const { email, employeeId, startDate, endDate, timezone, language } = typed;
  const problems: PersonProblem[] = [];
  if (email === null && employeeId === null)
    problems.push({ field: "email", code: "identifier-missing" });
  if (startDate !== null && endDate !== null && daysBetween(startDate, endDate) < 0)
    problems.push({ field: "endDate", code: "before-start" });
  if (timezone !== null && timezone !== before?.timezone && listedZone(timezone) !== timezone)
    problems.push({ field: "timezone", code: "unknown" });
  if (language !== null && language !== before?.language && !spoken.includes(language))
    problems.push({ field: "language", code: "unknown" });
  return problems;
}

/** Somebody else who has the employee id or the address already. */
export function takenProblems(
  { email, employeeId }: Pick<PersonInput, "email" | "employeeId">,
  holders: { ofEmail: Nameable | null; ofEmployeeId: Nameable | null },
): PersonProblem[] {
  const taken = (field: "email" | "employeeId", holder: Nameable | null) =>
    holder === null
      ? []
      : [{ field, code: holder.active ? "taken" : "taken-left", values: named(holder) }];
  return [
    ...(email === null ? [] : taken("email", holders.ofEmail)),
    ...(employeeId === null ? [] : taken("employeeId", holders.ofEmployeeId)),
  ];
}

/**
 * What is wrong with the manager found for a person; null when nothing. `above` are the people above that manager, from
 * them upwards.
 */
export function managerProblem(
  found: FoundPerson,
  personId: string | null,
  above: readonly Pick<Nameable, "id" | "name" | "preferredName" | "familyName">[],
): PersonProblem | null {
  if (!found.ok) {
    if (found.code === "nobody") return { field: "manager", code: "nobody" };
    const people = found.among.slice(0, CANDIDATES_NAMED).map(exactly);
    if (found.among.length > CANDIDATES_NAMED) people.push("…");
    return { field: "manager", code: "several", values: { people: people.join("; ") } };
  }
  const manager = found.person;
  if (manager.id === personId) return { field: "manager", code: "self" };
  if (!manager.active) return { field: "manager", code: "left", values: named(manager) };
  const at = above.findIndex(({ id }) => id === personId);
  if (personId === null || at < 0) return null;
  const loop = [manager, ...above.slice(0, at + 1)].map(displayName).join(" → ");
  return { field: "manager", code: "loop", values: { people: loop } };
}

/** The facts of a record in what was typed. */
export function factsIn({ manager: _, ...facts }: PersonInput): PersonFacts {
  return facts;
}

const named = (person: Nameable) => ({ name: displayName(person) });
