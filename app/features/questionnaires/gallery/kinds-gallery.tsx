import { sectionViews } from "../answering/questionnaire-view.ts";
import { SectionFields } from "../components/section-fields.tsx";
import { type AnswerProblem, mergeAnswers, noAnswers } from "../domain/answers.ts";
import { askedKeys } from "../domain/asked-fields.ts";
import { fieldsOf } from "../domain/seen.ts";
import { answerRules, ratingsOf } from "../instruments/asked-items.ts";
import { everyKind } from "./every-kind.ts";

const FILLED: [string, string][] = [
  ["item-0", "1"],
  ["item-1", "6"],
  ["item-3", "2"],
  ["answer-help:2", "yes"],
  ["item-4", "9"],
  ["answer-minutes", "400"],
  ["answer-since", "2031-01-01"],
  ["answer-first:1", "1"],
  ["answer-first:2", "1"],
  ["comment-word", "Steady"],
];

/** The page that asks, with an item of every kind: some answered, some wrong, one only asked because of another. */
export function KindsGallery() {
  const instrument = everyKind();
  const sent = mergeAnswers(noAnswers(ratingsOf(instrument)), FILLED, answerRules(instrument));
  const sections = sectionViews(instrument, "self", "");
  const fields = fieldsOf(sent.answers);
  const items = sections.flatMap((section) => section.items);
  const shown = {
    answers: sent.answers,
    problems: sent.problems satisfies AnswerProblem[],
    replaced: new Map<string, string>(),
    asked: askedKeys(items, (field) => fields.get(field) ?? ""),
  };
  const data = { relationship: "self" as const, name: "", worded: instrument.language, hints: {} };
  return (
    <form id="kinds" data-questionnaire noValidate className="flex flex-col gap-10 pt-12">
      {sections.map((section) => (
        <section key={section.key} data-part={section.key}>
          <SectionFields data={data} section={section} shown={shown} />
        </section>
      ))}
    </form>
  );
}
