import type { DirectoryPerson } from "../person.ts";
import { emailKey } from "./clean-text.ts";
import { newPersonKey, type PersonKey } from "./plan.ts";
import type { Problem } from "./problem.ts";
import type { ReadRow } from "./read-row.ts";

/** A row together with the person it is about. */
export type Candidate = ReadRow & {
  key: PersonKey;
  /** Null: someone new. */
  person: DirectoryPerson | null;
};

/**
 * Finds whom each row is about: by employee id, then by e-mail address. An address does not match when its owner's
 * employee id stands in another row: then these are two people, and one of them uses the other's address.
 */
export function matchPeople(rows: ReadRow[], existing: DirectoryPerson[]): Candidate[] {
  const byEmployeeId = new Map(existing.map((person) => [person.employeeId, person]));
  byEmployeeId.delete(null);
  const byEmail = new Map(
    existing.flatMap((person) => (person.email ? [[emailKey(person.email), person]] : [])),
  );
  const claimed = new Set(rows.map(({ facts }) => facts.employeeId));
  return rows.map((row) => {
    const { employeeId, email } = row.facts;
    const owner = email ? byEmail.get(emailKey(email)) : undefined;
    const isOwner = !employeeId || !owner?.employeeId || !claimed.has(owner.employeeId);
    const person = (employeeId && byEmployeeId.get(employeeId)) || (isOwner && owner) || null;
    return { ...row, person, key: person?.id ?? newPersonKey(row.row) };
  });
}

type Twins = { code: Problem["code"]; keyOf(candidate: Candidate): string | null | undefined };

const TWINS: Twins[] = [
  { code: "duplicate-employee-id", keyOf: ({ facts }) => facts.employeeId },
  { code: "duplicate-email", keyOf: ({ facts }) => facts.email && emailKey(facts.email) },
  { code: "duplicate-person", keyOf: ({ person }) => person?.id },
];

/**
 * Problems of rows about the same person. Of rows that say exactly the same, the first stays and the others are
 * `repeated-row`; when they differ nobody can tell which is right, so all of them are rejected.
 */
export function findTwins(candidates: Candidate[]): Map<Candidate, Problem> {
  const found = new Map<Candidate, Problem>();
  for (const { code, keyOf } of TWINS) {
    const groups = Map.groupBy(
      candidates.filter((candidate) => keyOf(candidate) && !found.has(candidate)),
      keyOf,
    );
    for (const [value, group] of groups) {
      if (group.length > 1) for (const twin of twinsOf(group, code, value)) found.set(...twin);
    }
  }
  return found;
}

function twinsOf(
  group: Candidate[],
  code: Problem["code"],
  value: string | null | undefined,
): [Candidate, Problem][] {
  const [first, second] = group;
  if (!first || !second) return [];
  const same = group.every(({ cells }) => sameCells(cells, first.cells));
  if (same) {
    return group
      .slice(1)
      .map((each) => [each, { code: "repeated-row", otherRow: first.row }] as const)
      .map(([each, problem]) => [each, problem]);
  }
  const shown = code === "duplicate-person" ? {} : { value: value ?? undefined };
  const field = fieldOf(code);
  return group.map((each) => [
    each,
    { code, ...field, ...shown, otherRow: (each === first ? second : first).row },
  ]);
}

function fieldOf(code: Problem["code"]): Pick<Problem, "field"> {
  if (code === "duplicate-employee-id") return { field: "employeeId" };
  return code === "duplicate-email" ? { field: "email" } : {};
}

function sameCells(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((cell, index) => cell === other[index]);
}
