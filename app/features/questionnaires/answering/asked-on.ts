import { withName, wordingFor } from "~/features/frameworks/domain/index.ts";
import { givenTo, mergeAnswers, noAnswers } from "../domain/answers.ts";
import { alternativesOf, answerRules, askedItems } from "../instruments/asked-items.ts";
import type { Instrument } from "../instruments/instrument.ts";
import { kindOf } from "../kinds/registry.ts";

/** The question further up, and the answers to it by which another one is asked, as they are worded. */
export type AskedOn = { question: string; answers: string[] };

/** On what the items that are not always asked depend, by key, in the words a rater of this relationship reads. */
export function askedOn(
  instrument: Instrument,
  { relationship, name }: { relationship: string; name: string },
): Map<string, AskedOn> {
  const rules = answerRules(instrument);
  const asked = askedItems(instrument);
  const conditions = new Map<string, AskedOn>();
  for (const { item } of asked) {
    const on = asked.find((each) => each.item.key === item.when?.item);
    if (!on) continue;
    const kind = kindOf(on.item);
    const rule = { key: on.item.key, slot: on.slot, parts: kind.parts(on.item) };
    const answers = (alternativesOf(asked, item) ?? []).flatMap(({ field, value }) => {
      const said = mergeAnswers(noAnswers(rules.ratings), [[field, value]], rules);
      return kind.inWords(on, givenTo(rule, said.answers));
    });
    conditions.set(item.key, {
      question: withName(wordingFor(on.item, relationship), name),
      answers,
    });
  }
  return conditions;
}
