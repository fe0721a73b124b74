import { AWAY_FIELDS, type ImportField } from "~/features/people/domain/index.ts";

/** What the rows of a file are about: people, some of them with an absence, or absences and nothing else. */
export const LISTS = ["people", "absences"] as const;
export type Lists = (typeof LISTS)[number];

type Columns = readonly (ImportField | null)[];

const NAMES: readonly ImportField[] = ["name", "givenName", "familyName", "preferredName"];
/** What is read of a list of absences: whom they are of, and when. */
const OF_ABSENCES: readonly ImportField[] = ["employeeId", "email", ...NAMES, ...AWAY_FIELDS];

/** What no list of absences says besides. */
const OF_PEOPLE: readonly ImportField[] = ["workingDays", "startDate", "endDate", "employmentType"];

/**
 * What a file lists, and whether that is open. Without names it is absences alone. With what only a list of people says
 * it is people, and with anything else about them as well, unless a column says why they are away. Otherwise somebody
 * has to say: a list of people names everyone who is missing in it, and one of absences nobody.
 */
export function listsOf(
  columns: Columns,
  saysWhy: boolean,
  answer: Lists | undefined,
): { lists: Lists; open: boolean } {
  const fields = columns.filter((field) => field !== null);
  if (!AWAY_FIELDS.every((field) => fields.includes(field)))
    return { lists: "people", open: false };
  if (answer) return { lists: answer, open: false };
  if (!fields.some((field) => NAMES.includes(field))) return { lists: "absences", open: false };
  const others = fields.filter((field) => !OF_ABSENCES.includes(field));
  const isOfPeople =
    others.some((field) => OF_PEOPLE.includes(field)) || (others.length > 0 && !saysWhy);
  return isOfPeople ? { lists: "people", open: false } : { lists: "absences", open: true };
}

/** The columns that are read of such a file. */
export function columnsRead(lists: Lists, columns: Columns): (ImportField | null)[] {
  return columns.map((field) =>
    lists === "people" || (field && OF_ABSENCES.includes(field)) ? field : null,
  );
}
