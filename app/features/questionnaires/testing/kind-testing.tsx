import i18next from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import ui from "~/ui/texts/en/ui.json";
import { sectionViews } from "../answering/questionnaire-view.ts";
import { type Answers, givenTo, mergeAnswers, noAnswers } from "../domain/answers.ts";
import { fieldsOf } from "../domain/seen.ts";
import { everyKind as makeEveryKind } from "../gallery/every-kind.ts";
import { answerRules, askedItems, ratingsOf } from "../instruments/asked-items.ts";
import { ItemField } from "../kinds/fields.tsx";
import { kindOf } from "../kinds/registry.ts";
import answering from "../texts/en/answering.json";

const i18n = i18next.createInstance();
await i18n.use(initReactI18next).init({
  lng: "en",
  resources: { en: { answering, ui } },
  interpolation: { escapeValue: false },
});

const everyKind = makeEveryKind();
const rules = answerRules(everyKind);

/** One item of the sample that has every kind, to be answered, drawn, counted and exported as its kind does. */
export function itemOf(key: string) {
  const asked = askedItems(everyKind).find(({ item }) => item.key === key);
  const rule = rules.asked.find((each) => each.key === key);
  const view = sectionViews(everyKind, "self", "")
    .flatMap(({ items }) => items)
    .find((each) => each.key === key);
  if (!asked || !rule || !view) throw new Error(`no item ${key}`);
  const kind = kindOf(asked.item);
  const field = (part = "") => view.fields[part] ?? "";
  /** Sends parts, as a form would: by part, in order. */
  const send = (parts: Record<string, string>, before: Answers = noAnswers(ratingsOf(everyKind))) =>
    mergeAnswers(
      before,
      Object.entries(parts).map(([part, text]): [string, string] => [field(part), text]),
      rules,
    );
  const given = (parts: Record<string, string>) => givenTo(rule, send(parts).answers);
  return {
    field,
    send,
    given,
    /** The parts as a form shows them again. */
    shown: (answers: Answers) => {
      const fields = fieldsOf(answers);
      return (part: string) => fields.get(field(part)) ?? "";
    },
    isAnswered: (parts: Record<string, string>) => kind.isAnswered(asked, given(parts)),
    summary: (...all: Record<string, string>[]) => kind.summarise(asked, all.map(given)),
    columns: () =>
      kind.columns(asked).map(({ key: name, part }) => (part ? `${name}:${part}` : name)),
    cells: (parts: Record<string, string>) => kind.cells(asked, given(parts)),
    html: (parts: Record<string, string> = {}, problem?: string) => {
      const now = fieldsOf(send(parts).answers);
      return renderToStaticMarkup(
        <I18nextProvider i18n={i18n}>
          <ItemField item={view} value={(part) => now.get(field(part)) ?? ""} problem={problem} />
        </I18nextProvider>,
      );
    },
  };
}

/**
 * What makes a field usable without seeing it: each control has a label, groups have a legend, and a problem is tied to
 * its field.
 */
export function labelling(html: string) {
  const controls = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes('type="hidden"'));
  const isLabelled = (tag: string) => {
    const id = /\sid="([^"]*)"/.exec(tag)?.[1];
    if (id && html.includes(`for="${id}"`)) return true;
    const before = html.slice(0, html.indexOf(tag));
    return before.lastIndexOf("<label") > before.lastIndexOf("</label>");
  };
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]));
  const described = [...html.matchAll(/aria-describedby="([^"]*)"/g)].flatMap((match) =>
    (match[1] ?? "").split(" "),
  );
  return {
    controls: controls.length,
    unlabelled: controls.filter((tag) => !isLabelled(tag)),
    legend: /<fieldset[^>]*>\s*<legend[^>]*>([^<]+)<\/legend>/.exec(html)?.[1] ?? null,
    dangling: described.filter((id) => !ids.has(id)),
    described: described.length,
  };
}
