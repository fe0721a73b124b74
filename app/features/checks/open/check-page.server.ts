import { data } from "react-router";
import { z } from "zod";
import { situationNamed } from "~/features/guide/index.server.ts";
import { mergeAnswers, noAnswers } from "~/features/questionnaires/domain/index.ts";
import { answerRules, type Instrument, sectionViews } from "~/features/questionnaires/index.ts";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { inSameLanguage } from "~/platform/open-pages/in-same-language.ts";
import { keepable, languageIn, unkept } from "~/platform/open-pages/open-page.server.ts";
import type { Said } from "~/platform/open-pages/say.ts";
import type { Voice } from "../domain/check.ts";
import { hasFigures, score } from "../domain/score.ts";
import { asInstrument, scalesIn } from "../library/as-instrument.server.ts";
import { builtInCheck, type WordedCheck } from "../library/built-in-checks.server.ts";
import type { ResultPage } from "../result/result-data.ts";
import { askingAt, resultAt } from "./addresses.ts";
import type { AnsweredCheck, AskedCheck } from "./asked-data.ts";

type Asked = {
  context: Parameters<typeof getPlatform>[0];
  params: { check?: string | undefined };
  request: Request;
};

/** What every page of a check begins with. @throws a 404 where there is no such check. */
function opened({ context, params, request }: Asked) {
  const language = readerLanguage();
  const found = builtInCheck(params.check, language);
  if (!found) throw notFound();
  const said = languageIn(request);
  const way = (path: string) => inSameLanguage(path, said);
  return { found, language, way, origin: getPlatform(context).publicUrl };
}

function instrumentFor(found: WordedCheck, voice: Voice, language: string): Instrument {
  const { t } = readerTexts();
  return asInstrument(found, voice, language, (round) => t("checks:round", round));
}

/** A check as it is answered, by people with a team or without one. */
export function askCheck(asked: Asked, voice: Voice) {
  const { found, language, way, origin } = opened(asked);
  const { check, words } = found;
  const { key, minutes } = check;
  const instrument = instrumentFor(found, voice, language);
  return data<AskedCheck>(
    {
      ...{ voice, language, check, minutes, origin, name: words.name, lead: words.lead },
      sections: sectionViews(instrument, "self", ""),
      none: noAnswers(instrument.items.length),
      ways: {
        own: askingAt(key, voice),
        action: way(askingAt(key, voice)),
        other: way(askingAt(key, voice === "team" ? "alone" : "team")),
        result: way(resultAt(key)),
        all: way("/checks"),
      },
    },
    keepable,
  );
}

/**
 * The answers of a browser without script: what they come to, or what is wrong with them. Nothing of them is written
 * anywhere, no log and no table: what is returned is the page and all there is.
 */
export async function answerCheck(asked: Asked, voice: Voice) {
  const { found, language, way } = opened(asked);
  const rules = answerRules(instrumentFor(found, voice, language));
  const fields = rules.asked.map(({ slot }) => `item-${slot}`);
  const shape = Object.fromEntries(fields.map((field) => [field, z.string().optional()]));
  const form = await readForm(asked.request, z.object(shape));
  // A field that came twice: no page of ours sends that.
  if (!form.ok) throw new Response(null, { status: 400, statusText: "Bad request" });
  const sent = Object.entries(form.value).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== "",
  );
  const { answers, problems } = mergeAnswers(noAnswers(fields.length), sent, rules);
  const { ratings } = answers;
  if (problems.length > 0 || !hasFigures(score(found.check, ratings))) {
    const done = ratings.filter((rating) => rating !== null).length;
    return data<AnsweredCheck>({ kind: "refused", answers, problems, done }, unkept(400));
  }
  const page = resultPage(found, language, way);
  return data<AnsweredCheck>({ kind: "result", page, ratings }, unkept(200));
}

/** All that a result's page needs to make one of an address. */
export function showResults(asked: Asked) {
  const { found, language, way, origin } = opened(asked);
  const page = resultPage(found, language, way);
  const { name, lead } = found.words;
  const own = resultAt(found.check.key);
  return data({ page, name, lead, language, origin, own, all: way("/checks") }, keepable);
}

function resultPage(
  { check, words }: WordedCheck,
  language: string,
  way: (path: string) => string,
): ResultPage {
  const texts = readerTexts().getResourceBundle(language, "check-result") as Said;
  const choices = scalesIn(language)[check.scale]?.options ?? [];
  const { title, path } = situationNamed(check.situation, language);
  return {
    ...{ check, words, language, said: texts },
    choices: choices.map(({ value, label }) => ({ value, label })),
    ways: {
      team: way(askingAt(check.key, "team")),
      alone: way(askingAt(check.key, "alone")),
    },
    situation: { title, href: way(path) },
  };
}
