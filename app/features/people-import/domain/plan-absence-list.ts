import { type Absence, emailKey, type PersonRecord } from "~/features/people/domain/index.ts";
import { plainWords } from "~/platform/search/words-found.ts";
import { joinedNotes, plannedAbsence, rejectedRow } from "./describe-absences.ts";
import type { ImportPlan } from "./plan.ts";
import { isTooMuch, planAbsences } from "./plan-absences.ts";
import type { Problem } from "./problem.ts";
import type { ReadRow } from "./read-row.ts";

type Request = {
  read: readonly ReadRow[];
  existing: readonly PersonRecord[];
  away: ReadonlyMap<string, readonly Absence[]>;
  today: string;
};

/**
 * What a list of absences would do: whom it names is in the directory already, and nothing but when they are away
 * changes. Nobody is missing in it, and an empty cell erases nothing: a row without an absence is none.
 */
export function planAbsenceList({ read, existing, away, today }: Request): ImportPlan {
  const plan: ImportPlan = {
    ...{ new: [], changed: [], unchanged: [], absent: [], rejected: [] },
    ...{ kept: [], saidAnew: [], absences: [], notes: [], erasable: 0 },
  };
  const finder = new PersonFinder(existing);
  const rowsOf = new Map<PersonRecord, ReadRow[]>();
  for (const row of read) {
    const found = finder.find(row);
    const problems = [...row.problems, ...found.problems];
    if (problems.length === 0 && typeof row.away !== "object")
      problems.push({ code: "absence-missing", field: "awayFrom" });
    plan.notes.push(...row.notes);
    if (problems.length > 0 || !found.person) {
      plan.rejected.push(rejectedRow(row, problems));
      continue;
    }
    if (isCalledOtherwise(row, found.person))
      plan.notes.push({
        ...{ row: row.row, code: "name-differs", field: "name" },
        ...{ value: nameIn(row), meant: found.person.name },
      });
    rowsOf.set(found.person, [...(rowsOf.get(found.person) ?? []), row]);
  }
  for (const [person, rows] of rowsOf) {
    const known = away.get(person.id) ?? [];
    const plans = planAbsences({ rows, known, status: person.status, today, erasesEmpty: false });
    if (isTooMuch(plans, known)) {
      const problems: Problem[] = [{ code: "absences-too-many", field: "awayFrom" }];
      plan.rejected.push(...rows.map((row) => rejectedRow(row, problems)));
      continue;
    }
    const whose = { key: person.id, facts: person };
    plan.absences.push(...plans.map((each) => plannedAbsence(each, whose)));
    plan.notes.push(...joinedNotes(plans));
  }
  plan.rejected.sort((one, other) => one.row - other.row);
  plan.notes.sort((one, other) => one.row - other.row);
  return plan;
}

/** Whom rows mean, by employee id and address. Nobody from outside is ever away. */
class PersonFinder {
  readonly #byId = new Map<string, PersonRecord>();
  readonly #byEmail = new Map<string, PersonRecord>();

  constructor(existing: readonly PersonRecord[]) {
    for (const person of existing) {
      if (person.external) continue;
      if (person.employeeId) this.#byId.set(person.employeeId, person);
      if (person.email) this.#byEmail.set(emailKey(person.email), person);
    }
  }

  find({ facts: { employeeId, email }, problems }: ReadRow): {
    person: PersonRecord | null;
    problems: Problem[];
  } {
    const none = (...found: Problem[]) => ({ person: null, problems: found });
    const failed = problems.some(({ field }) => field === "employeeId" || field === "email");
    if (failed) return none();
    if (!employeeId && !email) return none({ code: "identifier-missing", field: "employeeId" });
    const byId = employeeId ? this.#byId.get(employeeId) : undefined;
    const byEmail = email ? this.#byEmail.get(emailKey(email)) : undefined;
    const others = byId && byEmail && byId !== byEmail;
    // An address whose owner has another employee id is no way to tell them.
    if (others || (employeeId && !byId && byEmail?.employeeId))
      return none({ code: "identifiers-disagree", value: `${employeeId}, ${email}` });
    const person = byId ?? byEmail;
    if (person) return { person, problems: [] };
    const field = employeeId ? ("employeeId" as const) : ("email" as const);
    return none({ code: "person-unknown", field, value: employeeId ?? email ?? "" });
  }
}

function nameIn({ facts, fallbackName }: ReadRow): string {
  return facts.name ?? fallbackName ?? "";
}

function isCalledOtherwise(row: ReadRow, person: PersonRecord): boolean {
  const written = plainWords(nameIn(row));
  const { name, preferredName, givenName, familyName } = person;
  const known = plainWords([name, preferredName, givenName, familyName].join(" "));
  return written.length > 0 && !written.some((word) => known.includes(word));
}
