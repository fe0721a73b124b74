import { data } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { inSameLanguage } from "~/platform/open-pages/in-same-language.ts";
import { keepable, languageIn, unkept } from "~/platform/open-pages/open-page.server.ts";
import type { Said } from "~/platform/open-pages/say.ts";
import { answersIn } from "../domain/order.ts";
import { builtInGuide } from "../library/built-in-guide.server.ts";
import type { SituationView } from "../view/guide-view.ts";
import { GUIDE, situationAt, withChoices } from "./addresses.ts";

type Asked = {
  context: Parameters<typeof getPlatform>[0];
  params: { situation?: string | undefined };
  request: Request;
};

/**
 * One situation, with the order of the hats where all five questions are answered.
 * @throws a 404 for an unknown one.
 */
export function showSituation({ context, params, request }: Asked) {
  const language = readerLanguage();
  const said = languageIn(request);
  const { situations } = builtInGuide(language);
  const found = situations.find(({ key }) => key === params.situation);
  if (!found) throw notFound();
  const { searchParams } = new URL(request.url);
  const answers = answersIn(searchParams);
  const own = situationAt(found.key);
  const { moves, tooMuch } = found.words;
  const view: SituationView = {
    said: readerTexts().getResourceBundle(language, "guide-view") as Said,
    ...{ language, own, lang: said, words: { moves, tooMuch } },
  };
  const isAnswered = Object.keys(answers).length > 0;
  return data(
    {
      ...{ language, own, view, answers, found },
      path: withChoices(own, answers),
      origin: getPlatform(context).publicUrl,
      all: inSameLanguage(GUIDE, said),
      checks: inSameLanguage("/checks", said),
      others: situations
        .filter(({ key, group }) => group === found.group && key !== found.key)
        .map(({ key, words: { title } }) => ({
          title,
          href: inSameLanguage(situationAt(key), said),
        })),
    },
    isAnswered ? unkept(200) : keepable,
  );
}
