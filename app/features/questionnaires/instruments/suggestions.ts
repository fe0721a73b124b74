import type { Item } from "../kinds/registry.ts";
import type { Instrument } from "./instrument.ts";

/** What asks for suggestions, in one language. */
export type SuggestionWords = {
  name: string;
  description: string;
  title: string;
  intro: string;
  /** Whether one's name stands beside what one suggests: asked before anything is typed. */
  signing: string;
  unsigned: string;
  signed: string;
  /** One suggestion for a behaviour, as others read it: with the person's name, and as the person would. */
  other: (behaviour: string) => string;
  self: (behaviour: string) => string;
  hint: string;
  /** Beside a question that holds only the beginning of a long behaviour, in place of the hint. */
  whole: (behaviour: string) => string;
};

/** The name is asked for first, so its answer is the first that a response has. */
const SIGNING_SLOT = 0;
const SIGNING = "signing";
const UNSIGNED = 1;
const SIGNED = 2;
const SECTION = "suggestions";

/** The longest that a question may be, of which its own words take a part; and in another language. */
const LONGEST_QUESTION = 160;
const LONGEST_TRANSLATED = 200;

/** Whether a rater wished that their name stands beside what they suggest. Whoever chose nothing did not. */
export function isSigned({ ratings }: { ratings: readonly (number | null)[] }): boolean {
  return ratings[SIGNING_SLOT] === SIGNED;
}

/**
 * A questionnaire that asks for one suggestion for each of some behaviours of another one, in words alone, and before
 * these whether a name may stand beside them. In every language of the other. Throws for a question that is not in it.
 */
export function suggestionsOf(
  source: Instrument,
  keys: readonly string[],
  wordsIn: (language: string) => SuggestionWords,
): Instrument {
  const asked = keys.map((wanted) => {
    const item = source.items.find(({ key }) => key === wanted);
    if (!item) throw new Error(`no question ${wanted} to ask for suggestions about`);
    return item;
  });
  const words = wordsIn(source.language);
  return {
    ...{ format: 2, key: SECTION, version: 1, name: words.name, description: words.description },
    ...{ language: source.language, framework: source.framework, about: "person", minutes: 1 },
    ...{ scales: {}, cantSay: source.cantSay },
    sections: [{ key: SECTION, title: words.title, intro: words.intro, competency: null }],
    items: [
      {
        ...{ kind: "choice", key: SIGNING, section: SECTION, competency: null, behaviour: null },
        ...{ when: null, self: words.signing, other: words.signing },
        options: [
          { value: UNSIGNED, label: words.unsigned },
          { value: SIGNED, label: words.signed },
        ],
        ...{ several: false, orElse: null, required: true, cantSay: false },
      },
      ...asked.map(
        ({ key, competency, behaviour, self }): Item => ({
          ...{ kind: "text", key, section: SECTION, competency, behaviour, when: null },
          ...questionOf(words, self, LONGEST_QUESTION),
          ...{ long: true, required: false },
        }),
      ),
    ],
    translations: Object.fromEntries(
      Object.entries(source.translations ?? {}).map(([language, translation]) => {
        const own = wordsIn(language);
        return [
          language,
          {
            ...{ name: own.name, description: own.description, cantSay: translation.cantSay },
            scales: {},
            sections: { [SECTION]: { title: own.title, intro: own.intro } },
            items: {
              [SIGNING]: {
                ...{ self: own.signing, other: own.signing },
                options: [own.unsigned, own.signed],
              },
              ...Object.fromEntries(
                asked.map(({ key, self }) => [
                  key,
                  questionOf(own, translation.items[key]?.self ?? self, LONGEST_TRANSLATED),
                ]),
              ),
            },
          },
        ];
      }),
    ),
  };
}

/** Of a long behaviour the question holds the beginning, so that it is whole itself; all of it stands beside it. */
function questionOf(
  { self, other, hint, whole }: SuggestionWords,
  behaviour: string,
  longest: number,
) {
  const room = longest - Math.max(self("").length, other("").length);
  if (behaviour.length <= room) return { self: self(behaviour), other: other(behaviour), hint };
  const beginning = behaviour.slice(0, room - 1);
  const words = beginning.lastIndexOf(" ");
  const cut = `${beginning.slice(0, words > room / 2 ? words : room - 1)}…`;
  return { self: self(cut), other: other(cut), hint: whole(behaviour) };
}
