import { builtInContent } from "~/features/questionnaires/index.server.ts";
import { type Instrument, inLanguage } from "~/features/questionnaires/index.ts";
import { itemOrder, type Voice } from "../domain/check.ts";
import { itemIn } from "../domain/words.ts";
import type { WordedCheck } from "./built-in-checks.server.ts";

/** The scales of the questionnaires that come with the product: a check is answered in the same words. */
function builtIn(language: string): Instrument {
  const [first] = builtInContent().instruments;
  if (!first) throw new Error("there is no built-in questionnaire");
  return inLanguage(first, language);
}

/** What answers are called in a language, by scale. */
export function scalesIn(language: string): Instrument["scales"] {
  return builtIn(language).scales;
}

/**
 * A check as a questionnaire about nobody but oneself, for the pages and the rules that ask one: each round of its
 * items is a section, called by `titleOf`, and an item may be left open.
 */
export function asInstrument(
  { check, words }: WordedCheck,
  voice: Voice,
  language: string,
  titleOf: (round: { n: number; of: number }) => string,
): Instrument {
  const { scales, cantSay, framework } = builtIn(language);
  const { key, version, minutes, scale } = check;
  const order = itemOrder(check);
  const rounds = [...new Set(order.map(({ item }) => item))];
  return {
    ...{ format: 2, key, version, minutes, language, framework, cantSay },
    ...{ name: words.name, description: words.lead, about: "nobody", scales },
    sections: rounds.map((round) => ({
      ...{ key: sectionOf(round), competency: null, intro: null },
      title: titleOf({ n: round + 1, of: rounds.length }),
    })),
    items: order.map(({ part, item }) => {
      const of = check.parts[part]?.key ?? "";
      const asked = itemIn(words.parts[of]?.items[item] ?? "", voice);
      return {
        ...{ kind: scale, key: `${of}-${item + 1}`, section: sectionOf(item), scale },
        ...{ competency: null, behaviour: null, when: null, required: false, cantSay: false },
        ...{ self: asked, other: asked },
      };
    }),
  };
}

function sectionOf(round: number): string {
  return `part-${round + 1}`;
}
