import { type ImportField, looksLikeEmail } from "~/features/people/domain/index.ts";
import { isNever, readDate } from "./dates.ts";
import { readLanguage } from "./languages.ts";
import { isCellError, isPlaceholder } from "./placeholders.ts";
import type { Problem } from "./problem.ts";
import type { NoteCode, RowNote } from "./row-note.ts";
import type { ImportSettings } from "./settings.ts";
import { readShare } from "./share.ts";
import { readStatus } from "./status-words.ts";
import { readTimeZone } from "./time-zones.ts";
import { readWorkingDays } from "./working-days.ts";

/** Hears what is wrong with a cell, and what was made of it. */
type Hearing = { row: number; problem(problem: Problem): void; notes: RowNote[] };

/** In characters; given and family name together still fit into a name. */
const LONGEST: Partial<Record<ImportField, number>> = {
  name: 300,
  givenName: 149,
  familyName: 149,
  email: 254,
  employeeId: 100,
};
const LONGEST_TEXT = 200;
const LONGEST_SHOWN = 60;
/** Without these nobody can tell whom a row is about, so an error in them refuses it. */
const TELLING: readonly ImportField[] = ["name", "employeeId", "email"];

/**
 * What a filled cell says about a field: null for nothing, undefined when it can't be used and what is stored stays.
 */
export function readCell(
  field: ImportField,
  text: string,
  settings: Pick<ImportSettings, "dateOrder">,
  said: Hearing,
): string | null | undefined {
  const note = (code: NoteCode, meant?: string) =>
    said.notes.push({ row: said.row, code, field, value: text, ...(meant && { meant }) });
  const problem = (code: Problem["code"], value = text) => said.problem({ code, field, value });
  if (isCellError(text)) {
    if (TELLING.includes(field)) problem("cell-error");
    else note("cell-error");
    return undefined;
  }
  if (isPlaceholder(text, field)) {
    note("placeholder");
    return null;
  }
  switch (field) {
    case "startDate":
    case "endDate": {
      const date = readDate(text, settings.dateOrder ?? "dmy");
      if (date !== null && !isNever(date)) return date;
      if (date !== null && field === "endDate") {
        note("no-end");
        return null;
      }
      problem("date-invalid");
      return null;
    }
    case "awayFrom":
    case "awayUntil": {
      const date = readDate(text, settings.dateOrder ?? "dmy");
      if (date === null) problem("date-invalid");
      return date ?? undefined;
    }
    case "workingDays": {
      const read = text.length > LONGEST_TEXT ? null : readWorkingDays(text);
      if (read === null) problem("days-unreadable", text.slice(0, LONGEST_SHOWN));
      else if (!read.plain) note("days-understood", read.days);
      return read?.days;
    }
    case "timezone":
      return understood(text, readTimeZone(text), (code, meant) => note(`zone-${code}`, meant));
    case "language":
      return understood(text, readLanguage(text), (code, meant) => note(`language-${code}`, meant));
    case "status": {
      const status = readStatus(text);
      if (status === null) problem("status-unknown");
      return status;
    }
    case "share":
      return readShare(text);
    default: {
      const longest = LONGEST[field] ?? LONGEST_TEXT;
      if (text.length > longest) problem("too-long", `${text.slice(0, LONGEST_SHOWN)}…`);
      else if (field === "email" && !looksLikeEmail(text)) problem("email-invalid");
      return text.slice(0, longest);
    }
  }
}

function understood(
  text: string,
  meant: string | null,
  note: (code: "understood" | "unknown", meant?: string) => void,
): string {
  if (meant === null) note("unknown");
  else if (meant !== text) note("understood", meant);
  return meant ?? text.slice(0, LONGEST_TEXT);
}
