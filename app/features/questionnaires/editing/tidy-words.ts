import { cleanText } from "~/platform/http/clean-text.ts";

// What word processors put into a text and nobody sees: soft hyphens, blanks without width, and marks that turn the
// direction of everything that follows. What right-to-left text itself needs stays.
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF\u202A-\u202E]/gu;
/** The sign of a list that came along with its line, also as fonts of symbols have it. */
const BULLET = /^[\u2022\u00B7\u25AA\u25CF\uF0A7\uF0B7] ?/u;

/** Words as they are kept, wherever they were pasted from: one line, one form of each letter, nothing unseen. */
export function tidyWords(text: string): string {
  return cleanText(text.replace(/\s/gu, " "))
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(BULLET, "");
}

/** The same for several lines; empty ones are left out. */
export function tidyLines(text: string): string {
  return text
    .split(/\r?\n/u)
    .map(tidyWords)
    .filter((line) => line !== "")
    .join("\n");
}
