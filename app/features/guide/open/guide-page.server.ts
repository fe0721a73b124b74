import { data } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { inSameLanguage } from "~/platform/open-pages/in-same-language.ts";
import { keepable, languageIn, unkept } from "~/platform/open-pages/open-page.server.ts";
import type { Said } from "~/platform/open-pages/say.ts";
import { choicesIn, isChosen, situationsFor } from "../domain/choices.ts";
import { builtInGuide, type Guide } from "../library/built-in-guide.server.ts";
import type { GuideView } from "../view/guide-view.ts";
import { GUIDE, situationAt, withChoices } from "./addresses.ts";

type Asked = { context: Parameters<typeof getPlatform>[0]; request: Request };

/** Every situation, or those that a sentence and the choices of the page leave. */
export function showGuide({ context, request }: Asked) {
  const language = readerLanguage();
  const said = languageIn(request);
  const guide = builtInGuide(language);
  const view = viewOf(guide, language, said);
  const choices = choicesIn(new URL(request.url).searchParams, view.topics);
  const chosen = isChosen(choices);
  return data(
    {
      ...{ language, said, view, choices, chosen },
      shown: situationsFor(view.situations, guide.index, choices),
      path: withChoices(GUIDE, choices),
      all: inSameLanguage(GUIDE, said),
      checks: inSameLanguage("/checks", said),
      origin: getPlatform(context).publicUrl,
      competencies: guide.competencies.map(({ key, name, behaviours }) => ({
        ...{ key, name },
        behaviours: behaviours.map(({ key: value, label }) => ({ value, label })),
      })),
    },
    // What somebody typed or chose is theirs: nobody on the way keeps the page.
    chosen ? unkept(200) : keepable,
  );
}

function viewOf(
  { situations, competencies }: Guide,
  language: string,
  said: string | null,
): GuideView {
  return {
    said: readerTexts().getResourceBundle(language, "guide-view") as Said,
    language,
    situations: situations.map(({ key, group, words, asks, topics }) => {
      const { title, summary, keywords, moves } = words;
      const href = inSameLanguage(situationAt(key), said);
      return { key, group, words: { title, summary, keywords, moves }, asks, topics, href };
    }),
    topics: competencies.flatMap(({ key, behaviours }) => [
      key,
      ...behaviours.map((each) => each.key),
    ]),
  };
}
