import i18next, { type TFunction } from "i18next";
import type { LetterKind } from "../domain/letter-text.ts";
import german from "../texts/de/mail.json" with { type: "json" };
import english from "../texts/en/mail.json" with { type: "json" };
import type { StoredLetter } from "./letter-store.server.ts";

// Letters are in the reader's language, whatever language the page speaks that sends them.
const mail = i18next.createInstance();
mail.init({
  lng: "en",
  fallbackLng: "en",
  resources: { en: { mail: english }, de: { mail: german } },
  defaultNS: "mail",
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Languages that every letter of ours is written in. */
export const ourLanguages: readonly string[] = ["en", "de"];

/** Our letters' words in a language, or in English where we have none. */
export function lettersIn(language: string): TFunction {
  return mail.getFixedT(language);
}

/** A text with its placeholders as they are; `count` chooses among the forms of one that has several. */
export function withPlaceholders(language: string, key: string, count = 1): string {
  return lettersIn(language)(key, { skipInterpolation: true, count });
}

export type Wording = { subject: string; body: string; language: string };

/** What a letter says unless HR changed it; null in a language we don't write. */
export function usualWording(kind: LetterKind, language: string): Wording | null {
  if (!ourLanguages.includes(language)) return null;
  const part = (name: string) => withPlaceholders(language, `${kind}.${name}`);
  return { subject: part("subject"), body: part("body"), language };
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
  const locale = language === "en" ? "en-GB" : language;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** "one person", "3 people". */
export function peopleIn(language: string, count: number): string {
  return lettersIn(language)("people", { count });
}
