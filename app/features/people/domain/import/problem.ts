import type { ImportField } from "./fields.ts";

/** Why one row of a file cannot be imported. */
export type ProblemCode =
  | "too-many-cells"
  | "name-missing"
  | "identifier-missing"
  | "email-invalid"
  | "too-long"
  | "date-invalid"
  | "end-before-start"
  | "repeated-row"
  | "duplicate-employee-id"
  | "duplicate-email"
  | "duplicate-person"
  | "employee-id-in-use"
  | "email-in-use"
  | "manager-unknown"
  | "manager-not-unique"
  | "managers-disagree"
  | "manager-self"
  | "manager-rejected"
  | "manager-loop";

export type Problem = {
  code: ProblemCode;
  field?: ImportField;
  /** What the file says, or the people of a loop. */
  value?: string;
  /** The row it collides with or depends on. */
  otherRow?: number;
};
