import { daysIn, type Weekday } from "./by-hand/working-days.ts";
import { PERSON_FIELDS, type PersonFacts, type PersonStatus } from "./person.ts";

/** A person as an export has them, with what tells their manager apart. */
export type ExportedPerson = PersonFacts & {
  /** "12345" is Monday to Friday. */
  workingDays: string | null;
  status: PersonStatus;
  manager: string | null;
  managerEmail: string | null;
  managerId: string | null;
};

/**
 * Everything an administrator's export has, so that reading it back changes nothing. When people are away is no part of
 * it: that is forgotten a month later, and a file is not.
 */
export const EXPORT_FIELDS = [
  ...PERSON_FIELDS,
  "workingDays",
  "status",
  "manager",
  "managerId",
  "managerEmail",
] as const;

type ExportWords = {
  status(status: PersonStatus): string;
  /** Names of days, by their numbers. */
  weekdays(days: readonly Weekday[]): string[];
};

/** Rows of an export in the order of `EXPORT_FIELDS`, in words that an import understands. */
export function* exportRows(
  people: Iterable<ExportedPerson>,
  words: ExportWords,
): Generator<(string | null)[]> {
  for (const person of people) {
    const said = {
      status: words.status(person.status),
      workingDays: words.weekdays(daysIn(person.workingDays)).join(", ") || null,
    };
    yield EXPORT_FIELDS.map((field) =>
      field === "status" || field === "workingDays" ? said[field] : person[field],
    );
  }
}
