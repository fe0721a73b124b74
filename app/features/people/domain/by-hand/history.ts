import { chosenIn } from "../own-choices.ts";
import { type OwnChoices, PERSON_FIELDS, type PersonField, type PersonRecord } from "../person.ts";

/** What is known of a person, with what is kept beside their facts. */
export type KeptPerson = Omit<PersonRecord, "own"> & {
  /** By field that they chose themselves: what the organisation has of it. */
  organisationSays: OwnChoices;
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
  "chosen",
  "added",
  "merged",
] as const;

/** How people were changed: as `Way`, by themselves or by the clock. */
export const HISTORY_WAYS = ["hand", "import", "command", "clock", "provisioning", "self"] as const;

export type HistoryWay = (typeof HISTORY_WAYS)[number];

export type HistoryField = (typeof HISTORY_FIELDS)[number];

/**
 * One thing that was changed. A manager is told by id, a record that was merged by its address, if that went with it,
 * and its name; what they chose themselves, or no more, by the names of fields. When somebody is away is no part of it:
 * that is forgotten.
 */
export type PersonChange = { field: HistoryField; from: string | null; to: string | null };

type Compared = Pick<
  KeptPerson,
  | PersonField
  | "managerId"
  | "status"
  | "external"
  | "workingDays"
  | "leavesOn"
  | "organisationSays"
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
    { field: "chosen", ...chosenMoves(before, after) },
  ];
  return pairs.filter(({ from, to }) => from !== to);
}

/** Fields that were their own choice and are not any more, and those that are from now on. */
function chosenMoves(before: Compared, after: Compared) {
  const [former, now] = [chosenIn(before), chosenIn(after)];
  const gone = former.filter((field) => !now.includes(field));
  const added = now.filter((field) => !former.includes(field));
  return { from: gone.join(" ") || null, to: added.join(" ") || null };
}

const yesNo = (value: boolean) => (value ? "yes" : "no");
