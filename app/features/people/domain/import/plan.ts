import type { PersonFacts, PersonField, PersonStatus } from "../person.ts";
import type { Problem } from "./problem.ts";

/** A person of the directory by id, or someone new by the row that brings them ("row:12"). */
export type PersonKey = string;

export type PlannedPerson = {
  row: number;
  key: PersonKey;
  facts: PersonFacts;
  status: PersonStatus;
  managerKey: PersonKey | null;
  managerName: string | null;
};

export type FieldChange = {
  field: PersonField | "manager" | "status" | "external";
  from: string | null;
  to: string | null;
};

export type PlannedChange = PlannedPerson & { previousName: string; changes: FieldChange[] };

export type UnchangedPerson = { row: number; personId: string; name: string };

export type AbsentPerson = {
  personId: string;
  name: string;
  employeeId: string | null;
  email: string | null;
  department: string | null;
};

export type RejectedRow = {
  row: number;
  name: string | null;
  problems: Problem[];
  cells: string[];
};

/** What importing a file would do. Nothing has happened yet. */
export type ImportPlan = {
  new: PlannedPerson[];
  changed: PlannedChange[];
  unchanged: UnchangedPerson[];
  /** Active people of the directory that the file does not mention. They are left alone unless ticked. */
  absent: AbsentPerson[];
  rejected: RejectedRow[];
};

export function newPersonKey(row: number): PersonKey {
  return `row:${row}`;
}
