import { Unreadable } from "../rows/unreadable.ts";
import { unescaped } from "./rich-text.ts";

/** What cells refer to. */
export type Lookups = {
  strings: readonly string[];
  dateStyles: readonly boolean[];
  from1904: boolean;
};

/** A cell as it is written: its type and style, its value, and its text when it stands in the cell itself. */
export type Cell = { type: string; style: number; value: string; inline: string };

const DAY = 86_400_000;
/** The day 0 of both ways to count, in days before 1970. */
const DAYS_TO_1970 = 25_569;
const FROM_1904 = 1_462;
const BOOLEANS: Record<string, string> = { "": "", "0": "FALSE", "1": "TRUE" };
const ISO_DATE = /^\d{4}-\d{2}-\d{2}/;

/** A cell in words: numbers in full, dates as 2024-04-03, TRUE and FALSE, and nothing for an error. @throws Unreadable */
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
      return "";
    case "n":
      return numberText(value, lookups.dateStyles[style] === true, lookups.from1904);
    default:
      throw new Unreadable("file-damaged");
  }
}

function numberText(value: string, isDate: boolean, from1904: boolean): string {
  if (value === "") return "";
  const number = Number(value);
  if (Number.isNaN(number)) throw new Unreadable("file-damaged");
  if (!isDate) return String(number);
  const days = number + (from1904 ? FROM_1904 : 0) - DAYS_TO_1970;
  const date = new Date(Math.floor(days * DAY));
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

function known(text: string | undefined): string {
  if (text === undefined) throw new Unreadable("file-damaged");
  return text;
}
