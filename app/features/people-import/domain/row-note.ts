import type { ImportField } from "~/features/people/domain/index.ts";

/** What an import made of a row beyond what is written there; nothing of it is wrong. */
export type NoteCode =
  /** "N/A" and the like, taken as empty. */
  | "placeholder"
  /** 31.12.9999 and the like, taken as no end. */
  | "no-end"
  /** A failed look-up: the field keeps what is stored. */
  | "cell-error"
  /** Whoever manages themselves is at the top. */
  | "own-manager"
  /** "Quay, Ada" is Ada Quay. */
  | "name-turned"
  | "zone-understood"
  | "zone-unknown"
  | "language-understood"
  | "language-unknown"
  /** The status and the end date say different things; the status counts. */
  | "status-against-end"
  /** A manager whose name is written in another way. */
  | "manager-by-likeness"
  /** Nobody knows the manager, and the row was accepted without. */
  | "without-manager"
  /** Of several posts of this person, this row's is the main one. */
  | "main-post"
  /** "1-5" is Monday to Friday. */
  | "days-understood"
  /** A row that says no more about its person than another absence. */
  | "further-absence"
  /** Absences of a person in the file that overlap are one. */
  | "absences-joined"
  /** In a list of absences: whom the identifier means is called otherwise. */
  | "name-differs";

export type RowNote = {
  row: number;
  code: NoteCode;
  field?: ImportField;
  /** As it is written. */
  value?: string;
  /** As it is taken; days of the week as they are kept. */
  meant?: string;
};

/** What is noted of many rows at once, with the first few. */
export type NoteGroup = { code: NoteCode; count: number; notes: RowNote[] };

const SHOWN = 5;

/** Notes by what they say, the first few of each kind. */
export function groupNotes(notes: readonly RowNote[], shown = SHOWN): NoteGroup[] {
  return [...Map.groupBy(notes, ({ code }) => code)].map(([code, all]) => ({
    code,
    count: all.length,
    notes: all.slice(0, shown),
  }));
}
