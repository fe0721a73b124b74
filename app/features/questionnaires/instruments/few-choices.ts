import type { Item } from "../kinds/registry.ts";
import type { Instrument } from "./instrument.ts";

/** A few questions about somebody with the answers that can be chosen, in one language. */
export type ChoiceWords = {
  name: string;
  description: string;
  title: string;
  intro: string;
  cantSay: string;
  /** As others read them, with the person's name in double braces, and as the person would. */
  questions: readonly { key: string; other: string; self: string; answers: readonly string[] }[];
};

const SECTION = "questions";

/**
 * A questionnaire of a few choices in words of their own, over the framework of another one, as every questionnaire is
 * over one. An answer is stored as its place, from 1. In each of the languages, of which the first is its own.
 */
export function fewChoices(
  { framework }: Pick<Instrument, "framework">,
  {
    key,
    languages: [own, ...others],
    wordsIn,
  }: {
    key: string;
    languages: readonly [string, ...string[]];
    wordsIn: (language: string) => ChoiceWords;
  },
): Instrument {
  const words = wordsIn(own);
  return {
    ...{ format: 2, key, version: 1, name: words.name, description: words.description },
    ...{ language: own, framework, about: "person", minutes: 1 },
    ...{ scales: {}, cantSay: { label: words.cantSay } },
    sections: [{ key: SECTION, title: words.title, intro: words.intro, competency: null }],
    items: words.questions.map(
      ({ key: question, self, other, answers }): Item => ({
        ...{ kind: "choice", key: question, section: SECTION, competency: null, behaviour: null },
        ...{ when: null, self, other },
        options: answers.map((label, at) => ({ value: at + 1, label })),
        ...{ several: false, orElse: null, required: true, cantSay: true },
      }),
    ),
    translations: Object.fromEntries(
      others.map((language) => {
        const { name, description, title, intro, cantSay, questions } = wordsIn(language);
        return [
          language,
          {
            ...{ name, description, scales: {}, cantSay: { label: cantSay } },
            sections: { [SECTION]: { title, intro } },
            items: Object.fromEntries(
              questions.map(({ key: question, self, other, answers }) => [
                question,
                { self, other, options: [...answers] },
              ]),
            ),
          },
        ];
      }),
    ),
  };
}
