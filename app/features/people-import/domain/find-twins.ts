import { emailKey, type ImportField } from "~/features/people/domain/index.ts";
import type { Candidate } from "./match-people.ts";
import type { Problem, ProblemCode } from "./problem.ts";

type Kind = {
  code: ProblemCode;
  field?: ImportField;
  keyOf(candidate: Candidate): string | null | undefined;
};

const KINDS: Kind[] = [
  {
    code: "duplicate-employee-id",
    field: "employeeId",
    keyOf: ({ file }) => file.facts.employeeId,
  },
  // Whoever has the address already is not in doubt; others who want it collide with them.
  { code: "duplicate-email", field: "email", keyOf: newEmail },
  { code: "duplicate-person", keyOf: ({ person }) => person?.id },
];

function newEmail({ file, person }: Candidate): string | null {
  const email = file.facts.email ? emailKey(file.facts.email) : null;
  return person?.email && emailKey(person.email) === email ? null : email;
}

/**
 * Problems of rows about the same person. Of rows that say exactly the same, the first stays and the others are
 * `repeated-row`; when they differ nobody can tell which is right, so all of them are rejected.
 */
export function findTwins(candidates: Candidate[]): Map<Candidate, Problem> {
  const found = new Map<Candidate, Problem>();
  for (const kind of KINDS) {
    const groups = new Map<string, Candidate[]>();
    for (const candidate of candidates) {
      const key = kind.keyOf(candidate);
      if (!key || found.get(candidate)?.code === "repeated-row") continue;
      const group = groups.get(key);
      if (group) group.push(candidate);
      else groups.set(key, [candidate]);
    }
    for (const group of groups.values()) {
      for (const [twin, problem] of problemsOf(group, kind)) {
        if (!found.has(twin)) found.set(twin, problem);
      }
    }
  }
  return found;
}

function problemsOf(group: Candidate[], { code, field }: Kind): [Candidate, Problem][] {
  const [first, second] = group;
  if (!first || !second) return [];
  if (group.every(({ file }) => sameCells(file.cells, first.file.cells))) {
    return group.slice(1).map((each) => [each, { code: "repeated-row", otherRow: first.file.row }]);
  }
  return group.map((each) => {
    const otherRow = (each === first ? second : first).file.row;
    const value = field === "employeeId" || field === "email" ? each.file.facts[field] : null;
    return [each, { code, otherRow, ...(field && { field }), ...(value && { value }) }];
  });
}

function sameCells(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((cell, index) => cell === other[index]);
}
