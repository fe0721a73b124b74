import type { ChoiceWords } from "~/features/questionnaires/index.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { readerTexts, textsIn } from "~/platform/i18n/i18n.ts";
import type { Away } from "../domain/away/absence.ts";
import { awayQuestions } from "../domain/away/tell-away.ts";

const days = ({ firstDay, lastDay }: Away, language: string) => ({
  from: writtenDate(firstDay, language),
  to: writtenDate(lastDay, language),
});

/** What a team is asked about an absence, in a language that we write. */
export function awayWords(language: string, away: Away): ChoiceWords {
  const t = textsIn(language).getFixedT(language, "away-asked");
  // Others read the person's name, which is filled in for each reader.
  const name = "{{name}}";
  return {
    ...{ name: t("name"), description: t("description"), title: t("title") },
    ...{ intro: t("intro", days(away, language)), cantSay: t("cantSay") },
    questions: awayQuestions.map((key) => ({
      ...{ key, other: t(`${key}.other`, { name }), self: t(`${key}.self`) },
      answers: [t(`${key}.1`), t(`${key}.2`), t(`${key}.3`)],
    })),
  };
}

/** What a letter says that asks a team about an absence; which other words it may hold is the round's. */
export function awayInvitation(language: string, away: Away): { subject: string; body: string } {
  const t = textsIn(language).getFixedT(language, "away-asked", "invitation");
  // What else stands in double braces is filled in for each reader when the letter is made.
  const kept = { skipInterpolation: true };
  const { from, to } = days(away, language);
  const body = t("body", kept).replace("{{from}}", from).replace("{{to}}", to);
  return { subject: t("subject", kept), body };
}

/** What everybody who is asked reads the round by, in the language of whoever asks. */
export function awayName(person: string): string {
  return readerTexts().getFixedT(null, "away-asked")("round", { name: person });
}
