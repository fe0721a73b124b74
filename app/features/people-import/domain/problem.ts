import type { ImportField } from "~/features/people/domain/index.ts";

/** Why one row of a file cannot be imported. */
export type ProblemCode =
  | "too-many-cells"
  | "name-missing"
  | "identifier-missing"
  | "email-invalid"
  | "too-long"
  | "date-invalid"
  | "cell-error"
  | "status-unknown"
  | "end-before-start"
  | "repeated-row"
  | "other-post"
  | "duplicate-employee-id"
  | "duplicate-email"
  | "duplicate-person"
  | "employee-id-in-use"
  | "email-in-use"
  | "manager-unknown"
  | "manager-not-unique"
  | "managers-disagree"
  | "manager-rejected"
  | "manager-loop"
  | "days-unreadable"
  | "absence-incomplete"
  | "absence-backwards"
  | "absence-too-long"
  | "absences-too-many"
  /** Of a list of absences. */
  | "absence-missing"
  | "person-unknown"
  | "identifiers-disagree"
  /** The row that says the rest about the same person is rejected. */
  | "first-row-rejected";

export type Problem = {
  code: ProblemCode;
  field?: ImportField;
  /** What the file says, or the people of a loop. */
  value?: string;
  /** The row it collides with or depends on. */
  otherRow?: number;
};
