import { DATE_FIELDS, PERSON_FIELDS, type PersonField } from "../person.ts";

/** How a file may name someone's manager: `manager` holds a name, an employee id or an e-mail address. */
export const MANAGER_FIELDS = ["manager", "managerEmail", "managerId"] as const;

/** From which day to which somebody is away, both included: one absence a row. */
export const AWAY_FIELDS = ["awayFrom", "awayUntil"] as const;

/** What decides about a row without being kept: who has left, and which of several posts is the main one. */
export const DECIDING_FIELDS = ["status", "share"] as const;

export type ManagerField = (typeof MANAGER_FIELDS)[number];
export type AwayField = (typeof AWAY_FIELDS)[number];

/** Everything that a column of a people file can mean. */
export type ImportField =
  | PersonField
  | "workingDays"
  | AwayField
  | ManagerField
  | (typeof DECIDING_FIELDS)[number];

export const IMPORT_FIELDS = [
  ...PERSON_FIELDS,
  "workingDays",
  ...AWAY_FIELDS,
  ...MANAGER_FIELDS,
  ...DECIDING_FIELDS,
] as const;

/** Columns of calendar dates. */
export const DATED_FIELDS = [...DATE_FIELDS, ...AWAY_FIELDS] as const;
