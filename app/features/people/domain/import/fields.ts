import { PERSON_FIELDS, type PersonField } from "../person.ts";

/** How a file may name someone's manager: `manager` holds a name, an employee id or an e-mail address. */
export const MANAGER_FIELDS = ["manager", "managerEmail", "managerId"] as const;

export type ManagerField = (typeof MANAGER_FIELDS)[number];

/** Everything that a column of a people file can mean. */
export type ImportField = PersonField | ManagerField;

export const IMPORT_FIELDS = [...PERSON_FIELDS, ...MANAGER_FIELDS] as const;
