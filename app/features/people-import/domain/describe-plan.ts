import {
  CHOSEN_FIELDS,
  MANAGER_FIELDS,
  PERSON_FIELDS,
  type PersonRecord,
} from "~/features/people/domain/index.ts";
import type { MainPosts } from "./main-post.ts";
import type { Candidate } from "./match-people.ts";
import type {
  AbsentPerson,
  FieldChange,
  ImportPlan,
  KeptChoice,
  PersonKey,
  PlannedPerson,
} from "./plan.ts";
import type { Problem } from "./problem.ts";
import type { Settled } from "./settle-rows.ts";

/** Sorts settled rows into what they would do, and names the active people the file leaves out. */
export function describePlan(
  settled: Settled,
  existing: PersonRecord[],
  otherPosts: MainPosts["others"] = [],
): ImportPlan {
  const plan: ImportPlan = {
    new: [],
    changed: [],
    unchanged: [],
    kept: [],
    saidAnew: [],
    absent: [],
    absences: [],
    rejected: [],
    notes: [...settled.candidates.map(({ file }) => file), ...otherPosts.map(({ row }) => row)]
      .flatMap(({ notes }) => notes)
      .sort((one, other) => one.row - other.row),
    erasable: settled.candidates.reduce((sum, candidate) => sum + erasableOf(candidate), 0),
  };
  const names = new Names(settled, existing);
  for (const candidate of settled.candidates) {
    const { file, facts, person } = candidate;
    if (!settled.accepted.has(candidate)) {
      const problems = settled.problems.get(candidate) ?? [];
      plan.rejected.push({ row: file.row, name: facts.name || null, problems, cells: file.cells });
      continue;
    }
    const planned = plannedPerson(candidate, settled.managers.get(candidate) ?? null, names);
    if (!person) {
      plan.new.push(planned);
      continue;
    }
    plan.kept.push(...keptChoices(candidate, person));
    const differing = changesOf(person, planned, names);
    const changes = differing.filter(({ field }) => !(field in (person.own ?? {})));
    if (changes.length > 0) plan.changed.push({ ...planned, previousName: person.name, changes });
    else plan.unchanged.push({ row: file.row, personId: person.id, name: person.name });
    if (changes.length === 0 && differing.length > 0) plan.saidAnew.push(planned);
  }
  for (const { row: file, main } of otherPosts) {
    const problems: Problem[] = [{ code: "other-post", otherRow: main.row }];
    plan.rejected.push({
      row: file.row,
      name: file.facts.name ?? null,
      problems,
      cells: file.cells,
    });
  }
  if (otherPosts.length > 0) plan.rejected.sort((one, other) => one.row - other.row);
  plan.absent = absentPeople(settled.candidates, existing);
  return plan;
}

/** What the row says of fields that its person chose, where it is not what they chose. */
function keptChoices({ file, facts }: Candidate, { id, name, own = {} }: PersonRecord) {
  return CHOSEN_FIELDS.flatMap((field): KeptChoice[] => {
    const chosen = own[field];
    const said = facts[field];
    if (chosen === undefined || file.facts[field] === undefined || said === chosen) return [];
    return [{ row: file.row, personId: id, name, field, own: chosen, said }];
  });
}

const NEVER_ERASED: readonly string[] = ["employeeId", "email", "name"];

/** How many fields of a person in the directory stand empty in their row. */
function erasableOf({ file, person }: Candidate): number {
  if (!person) return 0;
  const fields = PERSON_FIELDS.filter(
    (field) =>
      !NEVER_ERASED.includes(field) && file.empty.includes(field) && person[field] !== null,
  ).length;
  const named = MANAGER_FIELDS.filter((field) => file.empty.includes(field)).length;
  const isManagerEmpty = named > 0 && typeof file.manager === "string";
  const days = file.empty.includes("workingDays") && person.workingDays !== null ? 1 : 0;
  return fields + days + (isManagerEmpty && person.managerId !== null ? 1 : 0);
}

function plannedPerson(
  { file, key, facts, status, workingDays }: Candidate,
  managerKey: PersonKey | null,
  names: Names,
): PlannedPerson {
  const managerName = managerKey && names.after(managerKey);
  return { row: file.row, key, facts, status, workingDays, managerKey, managerName };
}

function changesOf(before: PersonRecord, after: PlannedPerson, names: Names): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of PERSON_FIELDS) {
    const [from, to] = [before[field], after.facts[field]];
    if (from !== to) changes.push({ field, from, to });
  }
  if (before.workingDays !== after.workingDays)
    changes.push({ field: "workingDays", from: before.workingDays, to: after.workingDays });
  if (before.managerId !== after.managerKey) {
    changes.push({ field: "manager", ...names.difference(before.managerId, after.managerKey) });
  }
  if (before.status !== after.status) {
    changes.push({ field: "status", from: before.status, to: after.status });
  }
  // Someone from outside joins the directory, whatever else the row says.
  if (before.external) changes.push({ field: "external", from: "yes", to: "no" });
  return changes;
}

/** Everyone the file mentions, even in a row that is rejected, is not absent. */
function absentPeople(candidates: Candidate[], existing: PersonRecord[]): AbsentPerson[] {
  const present = new Set(candidates.map(({ key }) => key));
  return existing
    .filter(({ id, status, external }) => status === "active" && !external && !present.has(id))
    .map(({ id, name, employeeId, email, department }) => ({
      personId: id,
      name,
      employeeId,
      email,
      department,
    }));
}

type Named = { name: string; employeeId: string | null; email: string | null };

class Names {
  readonly #before: Map<PersonKey, Named>;
  readonly #after: Map<PersonKey, Named>;

  constructor({ candidates, accepted }: Settled, existing: PersonRecord[]) {
    this.#before = new Map(existing.map((person) => [person.id, person]));
    this.#after = new Map(this.#before);
    for (const row of candidates) if (accepted.has(row)) this.#after.set(row.key, row.facts);
  }

  after(key: PersonKey): string | null {
    return this.#after.get(key)?.name ?? null;
  }

  /** Two managers by name, or by name and identifier where the name alone would not tell them apart. */
  difference(from: PersonKey | null, to: PersonKey | null) {
    const before = from === null ? undefined : this.#before.get(from);
    const after = to === null ? undefined : this.#after.get(to);
    const exact = before?.name === after?.name;
    return { from: label(before, exact), to: label(after, exact) };
  }
}

function label(person: Named | undefined, exact: boolean): string | null {
  if (!person) return null;
  const identifier = exact ? (person.employeeId ?? person.email) : null;
  return identifier ? `${person.name} (${identifier})` : person.name;
}
