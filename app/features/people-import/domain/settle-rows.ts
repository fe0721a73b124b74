import type { PersonRecord } from "~/features/people/domain/index.ts";
import { findTwins } from "./find-twins.ts";
import type { Candidate } from "./match-people.ts";
import type { PersonKey } from "./plan.ts";
import type { Problem } from "./problem.ts";
import { Settling } from "./settling.ts";

export type Settled = {
  candidates: Candidate[];
  accepted: ReadonlySet<Candidate>;
  problems: ReadonlyMap<Candidate, Problem[]>;
  /** Who a candidate reports to afterwards, if the row is accepted. */
  managers: ReadonlyMap<Candidate, PersonKey | null>;
};

/**
 * Decides which rows can be accepted together. A row is rejected for what it says itself, and also when another
 * rejected row takes the ground from under it: its new manager does not come in, an address stays in use, an old loop
 * closes again. `mayLackManager` tells rows that are accepted without a manager who can't be found.
 */
export function settleRows(
  candidates: Candidate[],
  existing: PersonRecord[],
  mayLackManager: (row: number) => boolean = () => false,
): Settled {
  const twins = findTwins(candidates);
  const repeated = [...twins].filter(([, { code }]) => code === "repeated-row");
  const left = new Set(candidates);
  for (const [row] of repeated) left.delete(row);
  const settling = new Settling([...left], existing, mayLackManager);
  settling.reject([
    ...[...left].flatMap(ownProblems),
    ...[...twins].filter(([row]) => left.has(row)),
    ...settling.collisions(),
    ...settling.resolveManagers(),
  ]);
  settling.rejectLoops();
  const problems = new Map(settling.problems);
  for (const [row, problem] of repeated) problems.set(row, [problem]);
  return { candidates, accepted: settling.accepted, problems, managers: settling.managers };
}

function ownProblems(candidate: Candidate): [Candidate, Problem][] {
  const { file, facts } = candidate;
  const problems = [...file.problems];
  const failed = (field: string) => problems.some((each) => each.field === field);
  if (facts.name === "" && !failed("name")) problems.push({ code: "name-missing", field: "name" });
  if (!file.facts.employeeId && !file.facts.email && !failed("employeeId") && !failed("email")) {
    problems.push({ code: "identifier-missing", field: "employeeId" });
  }
  if (facts.startDate && facts.endDate && facts.endDate < facts.startDate) {
    problems.push({ code: "end-before-start", field: "endDate", value: facts.endDate });
  }
  return problems.map((problem) => [candidate, problem]);
}
