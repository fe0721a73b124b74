import { identifierKey, identifiers, type ListedPerson } from "~/features/people/domain/index.ts";
import { askedAs, type Relationship } from "~/features/questionnaires/domain/index.ts";
import { type AssignmentColumn, recogniseRelationship } from "./assignment-columns.ts";
import { type CycleKind, relationshipsOf } from "./cycle-kind.ts";

/** A row of a file with the number that a spreadsheet shows beside it. */
export type AssignmentRow = {
  row: number;
  participant: string;
  rater: string;
  relationship: string;
  /** The rater's name, where the file has one. */
  name: string;
};

export type RowProblem =
  | "no-participant"
  | "no-rater"
  | "no-relationship"
  | "unknown-participant"
  | "inactive-participant"
  | "external-participant"
  | "unknown-rater"
  | "inactive-rater"
  | "no-address"
  | "unknown-relationship"
  | "not-in-kind"
  | "not-self"
  | "not-participant"
  | "two-relationships"
  | "duplicate";

export type BadRow = {
  row: number;
  problem: RowProblem;
  /** What the row says where the problem is. */
  value: string;
  /** The row it goes against. */
  otherRow: number | null;
  /** An address that nobody here has: the rater could be added as someone from outside. */
  outsider: boolean;
};

/** A rater the directory doesn't know, named by address. */
export type Outsider = { address: string; name: string };

export type PlannedRater = { relationship: Relationship; rater: string | Outsider };

export type AssignmentPlan = {
  rows: number;
  /** By person id of the participant; everyone's own view is in it, whether the file has it or not. */
  participants: Map<string, PlannedRater[]>;
  bad: BadRow[];
  /** Addresses that could be, or are, added from outside. */
  outsiders: number;
};

type Accepted = { row: AssignmentRow; personId: string; key: string; planned: PlannedRater };

const ADDRESS = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\].]+(?:\.[^\s@<>(),;:"\\[\].]+)+$/u;

/** The rows of a table, by what its columns were recognised as. */
export function assignmentRows(
  rows: readonly { row: number; cells: readonly string[] }[],
  columns: Partial<Record<AssignmentColumn, number>>,
): AssignmentRow[] {
  const cell = (cells: readonly string[], column: AssignmentColumn) =>
    (cells[columns[column] ?? -1] ?? "").replace(/\s+/gu, " ").trim();
  return rows.map(({ row, cells }) => ({
    row,
    participant: cell(cells, "participant"),
    rater: cell(cells, "rater"),
    relationship: cell(cells, "relationship"),
    name:
      [cell(cells, "firstName"), cell(cells, "lastName")].filter(Boolean).join(" ") ||
      cell(cells, "fullName"),
  }));
}

/**
 * What a file would do: who rates whom, and each row that can't be used with the reason. Of equal rows the first
 * counts; of rows that contradict each other none does. With `addOutsiders`, unknown addresses become raters from
 * outside.
 */
export function planAssignments(
  rows: readonly AssignmentRow[],
  people: readonly (ListedPerson & { hasAddress: boolean })[],
  { kind, addOutsiders }: { kind: CycleKind; addOutsiders: boolean },
): AssignmentPlan {
  const known = identifiers(people);
  const bad: BadRow[] = [];
  const outsiders = new Set<string>();
  const accepted: Accepted[] = [];
  for (const row of rows) {
    const read = readRow(row, known, kind);
    if ("problem" in read) {
      bad.push({ row: row.row, otherRow: null, outsider: false, ...read });
      continue;
    }
    if (typeof read.planned.rater !== "string") {
      outsiders.add(read.planned.rater.address);
      if (!addOutsiders) {
        const value = row.rater;
        bad.push({ row: row.row, problem: "unknown-rater", value, otherRow: null, outsider: true });
        continue;
      }
    }
    accepted.push({ row, ...read });
  }
  const participants = withoutClashes(accepted, bad);
  for (const [personId, raters] of participants)
    if (!raters.some((each) => each.relationship === "self"))
      raters.unshift({ relationship: "self", rater: personId });
  bad.sort((one, other) => one.row - other.row);
  return { rows: rows.length, participants, bad, outsiders: outsiders.size };
}

type Reading =
  | { problem: RowProblem; value: string }
  | { personId: string; key: string; planned: PlannedRater };

function readRow(
  row: AssignmentRow,
  known: ReadonlyMap<string, ListedPerson & { hasAddress: boolean }>,
  kind: CycleKind,
): Reading {
  const wrong = (problem: RowProblem, value: string) => ({ problem, value });
  if (row.participant === "") return wrong("no-participant", "");
  if (row.rater === "") return wrong("no-rater", "");
  if (row.relationship === "") return wrong("no-relationship", "");
  const participant = known.get(identifierKey(row.participant));
  if (!participant) return wrong("unknown-participant", row.participant);
  if (!participant.active) return wrong("inactive-participant", row.participant);
  if (participant.external) return wrong("external-participant", row.participant);
  const relationship = recogniseRelationship(row.relationship);
  if (!relationship) return wrong("unknown-relationship", row.relationship);
  if (!relationshipsOf(kind).includes(relationship)) return wrong("not-in-kind", row.relationship);
  const address = identifierKey(row.rater);
  const rater = known.get(address);
  const isSelf = rater?.id === participant.id;
  if (isSelf && relationship !== "self") return wrong("not-self", row.relationship);
  if (!isSelf && relationship === "self") return wrong("not-participant", row.rater);
  if (rater && !rater.active) return wrong("inactive-rater", row.rater);
  if (rater && !rater.hasAddress && !isSelf) return wrong("no-address", row.rater);
  if (!rater && !ADDRESS.test(address)) return wrong("unknown-rater", row.rater);
  const asked = askedAs({ external: rater?.external ?? true }, relationship) ?? relationship;
  const name = row.name || address.slice(0, address.indexOf("@"));
  return {
    personId: participant.id,
    key: rater?.id ?? address,
    planned: { relationship: asked, rater: rater?.id ?? { address, name } },
  };
}

/** Raters by participant. Rows about the same two people are one row when they agree, and none when they don't. */
function withoutClashes(accepted: readonly Accepted[], bad: BadRow[]): Map<string, PlannedRater[]> {
  const pairs = Map.groupBy(accepted, ({ personId, key }) => `${personId} ${key}`);
  const participants = new Map<string, PlannedRater[]>();
  for (const rows of pairs.values()) {
    const [first, ...more] = rows;
    if (!first) continue;
    const clash = more.find((each) => each.planned.relationship !== first.planned.relationship);
    const against = (each: Accepted, problem: RowProblem, otherRow: number): BadRow => ({
      row: each.row.row,
      problem,
      value: each.row.rater,
      otherRow,
      outsider: false,
    });
    if (clash) {
      bad.push(against(first, "two-relationships", clash.row.row));
      for (const each of more) bad.push(against(each, "two-relationships", first.row.row));
      continue;
    }
    for (const each of more) bad.push(against(each, "duplicate", first.row.row));
    const raters = participants.get(first.personId);
    if (raters) raters.push(first.planned);
    else participants.set(first.personId, [first.planned]);
  }
  return participants;
}
