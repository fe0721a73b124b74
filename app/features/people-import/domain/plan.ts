import type {
  ChosenField,
  PersonFacts,
  PersonField,
  PersonStatus,
} from "~/features/people/domain/index.ts";
import type { AbsencePlan } from "./plan-absences.ts";
import type { Problem } from "./problem.ts";
import type { RowNote } from "./row-note.ts";

/** A person of the directory by id, or someone new by the row that brings them ("row:12"). */
export type PersonKey = string;

export type PlannedPerson = {
  row: number;
  key: PersonKey;
  facts: PersonFacts;
  status: PersonStatus;
  workingDays: string | null;
  managerKey: PersonKey | null;
  managerName: string | null;
};

export type FieldChange = {
  field: PersonField | "workingDays" | "manager" | "status" | "external";
  from: string | null;
  to: string | null;
};

export type PlannedChange = PlannedPerson & { previousName: string; changes: FieldChange[] };

/** What a file says in vain: its person chose something else, and keeps it. */
export type KeptChoice = {
  row: number;
  personId: string;
  name: string;
  field: ChosenField;
  own: string | null;
  said: string | null;
};

export type UnchangedPerson = { row: number; personId: string; name: string };

export type AbsentPerson = {
  personId: string;
  name: string;
  employeeId: string | null;
  email: string | null;
  department: string | null;
};

/** When somebody is away, as the file has it, and what becomes of it. */
export type PlannedAbsence = AbsencePlan & { key: PersonKey; name: string };

export type RejectedRow = {
  row: number;
  name: string | null;
  problems: Problem[];
  cells: string[];
};

/** Whether a row could be taken in if it went without the manager it names. */
export function isForManagerAlone(problems: readonly Problem[]): boolean {
  return problems.every(({ code }) => code === "manager-unknown" || code === "manager-rejected");
}

/** What importing a file would do. Nothing has happened yet. */
export type ImportPlan = {
  new: PlannedPerson[];
  changed: PlannedChange[];
  unchanged: UnchangedPerson[];
  /** What people chose themselves, where the file says something else; of those who change and of those who don't. */
  kept: KeptChoice[];
  /** Of the unchanged: of whom the file changes only what the organisation has in place of their own choice. */
  saidAnew: PlannedPerson[];
  /** Active people of the directory that the file does not mention. They are left alone unless ticked. */
  absent: AbsentPerson[];
  /** Every absence that the file tells, and those noted before that it takes away; by person, the earliest first. */
  absences: PlannedAbsence[];
  rejected: RejectedRow[];
  /** What was made of rows beyond what is written in them, in the order of the file. */
  notes: RowNote[];
  /** Fields of people in the directory that an empty cell would erase, if empty cells did. */
  erasable: number;
};

export function newPersonKey(row: number): PersonKey {
  return `row:${row}`;
}
