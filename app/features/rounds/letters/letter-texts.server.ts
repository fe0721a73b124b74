import { usualWording as usualWords, type Wording } from "~/features/letters/index.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import type { LetterKind } from "../domain/letter-text.ts";
import { roundLetters } from "./kinds.ts";
import type { StoredLetter } from "./letter-store.server.ts";

/** What a letter says unless HR changed it; null in a language we don't write. */
export function usualWording(kind: LetterKind, language: string): Wording | null {
  return usualWords(roundLetters[kind], language);
}

/**
 * What a letter of a round says in a language: HR's text, else ours, else the same in the questionnaire's own language.
 * The language returned is that of the text.
 */
export function wordingOf(
  stored: readonly StoredLetter[],
  kind: LetterKind,
  language: string,
  own: string,
): Wording {
  const inLanguage = (wanted: string): Wording | null =>
    stored.find((each) => each.kind === kind && each.language === wanted) ??
    usualWording(kind, wanted);
  const found = inLanguage(language) ?? inLanguage(own) ?? usualWording(kind, "en");
  if (!found) throw new Error(`no wording for ${kind}`);
  return found;
}

/** A date written out as people who read this language do. */
export function dateIn(language: string, date: string): string {
  return writtenDate(date, language);
}

/** "one person", "3 people". */
export function peopleIn(language: string, count: number): string {
  return textsIn(language).getFixedT(language, "mail")("people", { count });
}
