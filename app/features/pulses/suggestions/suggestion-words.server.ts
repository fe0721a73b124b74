import type { SuggestionWords } from "~/features/questionnaires/index.server.ts";
import type { LetterKind } from "~/features/rounds/domain/index.ts";
import { readerTexts, textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";

/** What asks for suggestions in a language; in the nearest that we write. */
export function suggestionWords(language: string): SuggestionWords {
  const t = textsIn(language).getFixedT(languageAmong(languages, [language]), "suggesting");
  // Others read the person's name, which is filled in for each reader.
  const name = "{{name}}";
  return {
    ...{ name: t("name"), description: t("description"), title: t("title"), intro: t("intro") },
    ...{ signing: t("signing"), unsigned: t("unsigned"), signed: t("signed"), hint: t("hint") },
    other: (behaviour) => t("other", { behaviour, name }),
    self: (behaviour) => t("self", { behaviour }),
    whole: (behaviour) => t("whole", { behaviour }),
  };
}

/**
 * What the letters of such a round say: that a suggestion is asked for, and what became of those with a name and
 * without. Which words they may hold is the round's.
 */
export function suggestionLetter(
  kind: LetterKind,
  language: string,
): { subject: string; body: string } {
  const t = textsIn(language).getFixedT(language, "suggesting", kind);
  // What stands in double braces is filled in for each reader when the letter is made.
  const kept = { skipInterpolation: true };
  return { subject: t("subject", kept), body: t("body", kept) };
}

/** What everybody who is asked reads the round by, in the language of whoever asks. */
export function suggestionsName(person: string): string {
  return readerTexts().getFixedT(null, "suggesting")("round", { name: person });
}
