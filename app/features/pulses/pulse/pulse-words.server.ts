import type { FollowUpWords } from "~/features/questionnaires/index.server.ts";
import { readerTexts, textsIn } from "~/platform/i18n/i18n.ts";
import { languages } from "~/platform/i18n/language.ts";
import { languageAmong } from "~/platform/i18n/language-wishes.server.ts";
import type { PulseDay } from "../domain/pulse.ts";

/** What a pulse asks besides the questions of the report, in a language; in the nearest that we write. */
export function followUpWords(language: string): FollowUpWords {
  const t = textsIn(language).getFixedT(languageAmong(languages, [language]), "pulse-asked");
  return {
    ...{ name: t("name"), description: t("description"), title: t("title"), intro: t("intro") },
    ...{ since: t("since"), less: t("less"), same: t("same"), more: t("more") },
  };
}

/** What a letter says that asks for a pulse; which words it may hold is the round's. */
export function invitationWords(language: string): { subject: string; body: string } {
  const t = textsIn(language).getFixedT(language, "pulse-asked", "invitation");
  // What stands in double braces is filled in for each reader when the letter is made.
  const kept = { skipInterpolation: true };
  return { subject: t("subject", kept), body: t("body", kept) };
}

/** What everybody who is asked reads a pulse by, in the language of whoever asks for it. */
export function pulseName(person: string, day: PulseDay): string {
  return readerTexts().getFixedT(null, "pulse-asked")("round", { name: person, days: day });
}
