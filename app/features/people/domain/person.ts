/** What an organisation knows about a person as text, in the order screens and files show it. */
export const TEXT_FIELDS = [
  "employeeId",
  "name",
  "preferredName",
  "pronunciation",
  "pronouns",
  "givenName",
  "familyName",
  "email",
  "jobTitle",
  "jobLevel",
  "department",
  "division",
  "country",
  "location",
  "language",
  "timezone",
  "employmentType",
] as const;

/** Calendar dates, as YYYY-MM-DD. */
export const DATE_FIELDS = ["startDate", "endDate"] as const;

export type TextField = (typeof TEXT_FIELDS)[number];
export type DateField = (typeof DATE_FIELDS)[number];
export type PersonField = TextField | DateField;

export const PERSON_FIELDS = [...TEXT_FIELDS, ...DATE_FIELDS] as const;

export type PersonStatus = "active" | "inactive";

export type PersonFacts = { [Field in PersonField]: Field extends "name" ? string : string | null };

/** What a person may choose themselves; nothing that others tell of them replaces it then. */
export const CHOSEN_FIELDS = [
  "preferredName",
  "pronunciation",
  "pronouns",
  "language",
  "timezone",
] as const satisfies readonly TextField[];

export type ChosenField = (typeof CHOSEN_FIELDS)[number];

/** By field that was chosen; null: nothing stands there because they want it so. */
export type OwnChoices = { readonly [Field in ChosenField]?: string | null };

/** A person as the directory keeps them. */
export type PersonRecord = PersonFacts & {
  id: string;
  managerId: string | null;
  status: PersonStatus;
  /** Known only because they were asked for feedback from outside; in no directory and no org tree. */
  external: boolean;
  /** "12345" is Monday to Friday; null: not known. */
  workingDays: string | null;
  /** Where the facts are the organisation's: what they chose themselves in place of them. */
  own?: OwnChoices;
};
