import { dealtWith, noAnswers } from "../domain/answers.ts";
import { minutesLeft, type PartState, partStates } from "../domain/parts.ts";
import type { Relationship } from "../domain/relationship.ts";
import { answerRules } from "../instruments/asked-items.ts";
import type { Instrument } from "../instruments/instrument.ts";
import { type AskedOn, askedOn } from "./asked-on.ts";
import { type PartData, partsOf, sectionViews } from "./questionnaire-view.ts";

/** What a questionnaire's pages show to somebody who only looks at them: nobody's answers, and nothing to send to. */
export type PreviewData = Pick<
  PartData,
  "worded" | "name" | "relationship" | "sections" | "progress"
> & {
  parts: PartState[];
  /** On what items that are not always asked depend, by key. */
  conditions: Map<string, AskedOn>;
};

/** A questionnaire as someone of this relationship finds it who has answered nothing yet, in the words it is in. */
export function previewData(
  instrument: Instrument,
  reader: { relationship: Relationship; name: string },
): PreviewData {
  const { relationship, name } = reader;
  const rules = answerRules(instrument);
  const none = noAnswers(rules.ratings);
  const { total } = dealtWith(rules, none);
  const { minutes } = instrument;
  return {
    worded: instrument.language,
    name,
    relationship,
    sections: sectionViews(instrument, relationship, name),
    parts: partStates(partsOf(instrument, ""), rules, none),
    progress: { done: 0, total, whole: minutes, minutes: minutesLeft(minutes, total, total) },
    conditions: askedOn(instrument, reader),
  };
}
