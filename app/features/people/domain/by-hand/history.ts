import { PERSON_FIELDS, type PersonField, type PersonRecord } from "../person.ts";

/** What is known of a person, with what is kept beside their facts. */
export type KeptPerson = PersonRecord & {
  /** The first day on which they are inactive; null when no such day is known. */
  leavesOn: string | null;
  revision: number;
};

export const HISTORY_FIELDS = [
  ...PERSON_FIELDS,
  "manager",
  "status",
  "leavesOn",
  "workingDays",
  "external",
  "added",
  "merged",
] as const;

export type HistoryField = (typeof HISTORY_FIELDS)[number];

/**
 * One thing that was changed. A manager is told by id, a record that was merged by its address,
 * if that went with it, and its name. When somebody is away is no part of it: that is forgotten.
 */
export type PersonChange = { field: HistoryField; from: string | null; to: string | null };

type Compared = Pick<
  KeptPerson,
  PersonField | "managerId" | "status" | "external" | "workingDays" | "leavesOn"
>;

/** What differs of a person, in the order screens show it. */
export function changesBetween(before: Compared, after: Compared): PersonChange[] {
  const pairs: PersonChange[] = [
    ...PERSON_FIELDS.map((field) => ({ field, from: before[field], to: after[field] })),
    { field: "manager", from: before.managerId, to: after.managerId },
    { field: "status", from: before.status, to: after.status },
    { field: "leavesOn", from: before.leavesOn, to: after.leavesOn },
    { field: "workingDays", from: before.workingDays, to: after.workingDays },
    { field: "external", from: yesNo(before.external), to: yesNo(after.external) },
  ];
  return pairs.filter(({ from, to }) => from !== to);
}

const yesNo = (value: boolean) => (value ? "yes" : "no");
