import { fromSpreadsheet } from "./csv.ts";

// Characters that order text from right to left stay; only the ones that can make a name show as another go.
const REORDERING = /[\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const SPACES_AND_CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu;

/** A cell as it is stored: one line, composed characters, single spaces; null when nothing is left. */
export function cleanText(cell: string): string | null {
  const text = fromSpreadsheet(
    cell
      .toWellFormed()
      .normalize("NFC")
      .replace(REORDERING, "")
      .replace(SPACES_AND_CONTROLS, " ")
      .trim(),
  ).trim();
  return text === "" ? null : text;
}

/** The form in which two spellings of a name are the same name. */
export function nameKey(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** The form in which two spellings of an e-mail address are the same address, as the database compares them. */
export function emailKey(email: string): string {
  return email.toLowerCase();
}

const EMAIL = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\]]+$/u;

/** Whether mail could be sent to it. Says nothing about whether someone reads it. */
export function looksLikeEmail(text: string): boolean {
  return text.length <= 254 && EMAIL.test(text);
}
