import { Unreadable } from "../rows/unreadable.ts";
import { withDigits } from "./digit-format.ts";
import type { CellFormat } from "./read-styles.ts";
import { unescaped } from "./rich-text.ts";

/** What cells refer to. */
export type Lookups = {
  strings: readonly string[];
  formats: readonly CellFormat[];
  from1904: boolean;
};

/** A cell as it is written: its type and style, its value, and its text when it stands in the cell itself. */
export type Cell = { type: string; style: number; value: string; inline: string };

const DAY = 86_400_000;
/** The day 0 of both ways to count, in days before 1970. */
const DAYS_TO_1970 = 25_569;
const FROM_1904 = 1_462;
const UNKNOWN_ERROR = "#VALUE!";
const BOOLEANS: Record<string, string> = { "": "", "0": "FALSE", "1": "TRUE" };
const ISO_DATE = /^\d{4}-\d{2}-\d{2}/;

/**
 * A cell in words: numbers in full, or with the digits of their format (00042), dates as 2024-04-03, TRUE and FALSE,
 * and an error as it is shown (#N/A), which is not nothing. @throws Unreadable
 */
export function cellText({ type, style, value, inline }: Cell, lookups: Lookups): string {
  switch (type) {
    case "s":
      return value === "" ? "" : known(lookups.strings[Number(value)]);
    case "str":
      return unescaped(value);
    case "inlineStr":
      return inline;
    case "b":
      return known(BOOLEANS[value]);
    case "d":
      return value === "" ? "" : known(ISO_DATE.exec(value.trim())?.[0]);
    case "e":
      return value === "" ? UNKNOWN_ERROR : value;
    case "n":
      return numberText(value, lookups.formats[style] ?? null, lookups.from1904);
    default:
      throw new Unreadable("file-damaged");
  }
}

function numberText(value: string, format: CellFormat, from1904: boolean): string {
  if (value === "") return "";
  const number = Number(value);
  if (Number.isNaN(number)) throw new Unreadable("file-damaged");
  if (format === null) return String(number);
  if (format !== "date") return withDigits(number, format) ?? String(number);
  const days = number + (from1904 ? FROM_1904 : 0) - DAYS_TO_1970;
  const date = new Date(Math.floor(days * DAY));
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

function known(text: string | undefined): string {
  if (text === undefined) throw new Unreadable("file-damaged");
  return text;
}
