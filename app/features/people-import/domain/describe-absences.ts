import type { GatheredRows } from "./gather-rows.ts";
import type { MainPosts } from "./main-post.ts";
import type { Candidate } from "./match-people.ts";
import type { ImportPlan, PlannedAbsence, RejectedRow } from "./plan.ts";
import type { AbsencePlan } from "./plan-absences.ts";
import type { Problem } from "./problem.ts";
import type { ReadRow } from "./read-row.ts";
import type { RowNote } from "./row-note.ts";
import type { Settled } from "./settle-rows.ts";

type OfCandidate = {
  /** Rows that say no more of the person than another absence. */
  further: readonly ReadRow[];
  plans: readonly AbsencePlan[];
  /** How many cells are empty where absences are noted. */
  erasable: number;
};

type Told = {
  settled: Settled;
  absences: ReadonlyMap<Candidate, OfCandidate>;
  others: MainPosts["others"];
  gathered: GatheredRows;
};

/** The plan with every absence in the file, and with the rows that bring nothing but one. */
export function describeAbsences(
  plan: ImportPlan,
  { settled, absences, others, gathered }: Told,
): ImportPlan {
  const planned: PlannedAbsence[] = [];
  const rejected = [...plan.rejected];
  const notes = [...plan.notes];
  let { erasable } = plan;
  for (const [candidate, { further, plans, erasable: own }] of absences) {
    erasable += own;
    const isAccepted = settled.accepted.has(candidate);
    for (const row of further) {
      const problems = problemsOf(row, isAccepted, candidate.file.row);
      if (problems.length > 0) rejected.push(rejectedRow(row, problems));
      else notes.push(...row.notes, furtherNote(row, candidate));
    }
    if (!isAccepted) continue;
    planned.push(...plans.map((each) => plannedAbsence(each, candidate)));
    notes.push(...joinedNotes(plans));
  }
  for (const { row, main } of others)
    for (const more of gathered.further.get(row) ?? [])
      rejected.push(rejectedRow(more, [{ code: "other-post", otherRow: main.row }]));
  return {
    ...plan,
    absences: planned,
    rejected: rejected.sort((one, other) => one.row - other.row),
    notes: notes.sort((one, other) => one.row - other.row),
    erasable,
  };
}

/** What is wrong with a row that should bring another absence. */
function problemsOf(row: ReadRow, isAccepted: boolean, first: number): Problem[] {
  if (row.problems.length > 0) return row.problems;
  if (typeof row.away !== "object") return [{ code: "repeated-row", otherRow: first }];
  return isAccepted ? [] : [{ code: "first-row-rejected", otherRow: first }];
}

function furtherNote({ row }: ReadRow, { file, facts }: Candidate): RowNote {
  return { row, code: "further-absence", value: facts.name, meant: String(file.row) };
}

/** Of absences that are one now, a note for every row but the first. */
export function joinedNotes(plans: readonly AbsencePlan[]): RowNote[] {
  return plans.flatMap(({ rows, firstDay, lastDay }) =>
    rows.slice(1).map((row) => ({
      ...{ row, code: "absences-joined" as const, field: "awayFrom" as const },
      value: `${firstDay} – ${lastDay}`,
    })),
  );
}

export function rejectedRow(row: ReadRow, problems: Problem[]): RejectedRow {
  return { row: row.row, name: row.facts.name ?? row.fallbackName, problems, cells: row.cells };
}

export function plannedAbsence(
  plan: AbsencePlan,
  { key, facts }: Pick<Candidate, "key"> & { facts: { name: string } },
): PlannedAbsence {
  return { ...plan, key, name: facts.name };
}
