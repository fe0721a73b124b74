import { withName, wordingFor } from "~/features/frameworks/domain/index.ts";
import { type Answers, askedNow, givenTo } from "../domain/answers.ts";
import { type AnswerInWords, isSaid, type LookedOver } from "../domain/looked-over.ts";
import { answerRules, askedItems } from "../instruments/asked-items.ts";
import type { Instrument } from "../instruments/instrument.ts";
import { kindOf } from "../kinds/registry.ts";

/**
 * All that was answered so far, page by page; what is not asked, or asks for nothing, is left out. Nothing where
 * nothing was answered, as on a device that wrote none of it.
 */
export function lastLook(
  instrument: Instrument,
  answers: Answers,
  { relationship, name }: { relationship: string; name: string },
): LookedOver[] {
  const now = new Set(askedNow(answerRules(instrument), answers).map(({ key }) => key));
  const asked = askedItems(instrument);
  const pages = instrument.sections.map(({ key, title }) => ({
    key,
    title,
    answers: asked.flatMap((each): AnswerInWords[] => {
      const { item, slot } = each;
      const kind = kindOf(item);
      if (item.section !== key || !now.has(item.key) || kind.stores(item) === "nothing") return [];
      const given = givenTo({ key: item.key, slot, parts: kind.parts(item) }, answers);
      return [
        {
          key: item.key,
          text: withName(wordingFor(item, relationship), name),
          words: given.cantSay ? [] : kind.inWords(each, given),
          cantSay: given.cantSay ? instrument.cantSay.label : null,
        },
      ];
    }),
  }));
  return pages.some((page) => page.answers.some(isSaid)) ? pages : [];
}
