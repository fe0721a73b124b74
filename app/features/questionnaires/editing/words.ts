import type { Instrument } from "../instruments/instrument.ts";
import type { Translation } from "../instruments/translation.ts";
import type { Item } from "../kinds/registry.ts";
import { type Draft, scalesInOrder } from "./draft.ts";

/** What a text is: it says how the text is used and how long it may be in another language. */
const LONGEST = {
  name: 80,
  description: 400,
  cantSay: 40,
  stemSelf: 200,
  stemOther: 200,
  point: 40,
  short: 24,
  title: 80,
  intro: 240,
  self: 200,
  other: 200,
  hint: 240,
  option: 160,
  orElse: 160,
  low: 60,
  high: 60,
} as const;

export type WordUse = keyof typeof LONGEST;

/** One text of a questionnaire that has words of its own in each language. */
export type Word = {
  /** Where it stands, such as `items/goals/self`; the same in every version as long as its thing is there. */
  place: string;
  use: WordUse;
  /** What it belongs to: a part of the questionnaire and its key; null for the questionnaire itself. */
  of: { part: "scales" | "sections" | "items"; key: string } | null;
  text: string;
  longest: number;
};

type Said = Pick<Instrument, "name" | "description" | "cantSay" | "scales" | "sections" | "items">;

/** Every text that is translated, in the order in which it is read. */
export function wordsOf(said: Said): Word[] {
  return [
    word(null, "name", "name", said.name),
    word(null, "description", "description", said.description),
    word(null, "cant-say", "cantSay", said.cantSay.label),
    ...scalesInOrder(said).flatMap(([key, { stem, options }]) => {
      const of = { part: "scales", key } as const;
      return [
        word(of, "stem/self", "stemSelf", stem.self),
        word(of, "stem/other", "stemOther", stem.other),
        ...options.flatMap(({ value, label, short }) => [
          word(of, `points/${value}/label`, "point", label),
          word(of, `points/${value}/short`, "short", short),
        ]),
      ];
    }),
    ...said.sections.flatMap(({ key, title, intro }) => [
      ...pageWords(key, title, intro),
      ...said.items.filter(({ section }) => section === key).flatMap(itemWords),
    ]),
  ].filter(({ text }) => text !== "");
}

function pageWords(key: string, title: string | null, intro: string | null): Word[] {
  // A page without a title is called as pages of open questions are; its words are the product's.
  if (title === null) return [];
  const of = { part: "sections", key } as const;
  return [word(of, "title", "title", title), word(of, "intro", "intro", intro ?? "")];
}

function itemWords(item: Item): Word[] {
  const of = { part: "items", key: item.key } as const;
  return [
    word(of, "self", "self", item.self),
    word(of, "other", "other", item.other),
    word(of, "hint", "hint", ("hint" in item && item.hint) || ""),
    ...("options" in item
      ? item.options.map(({ value, label }) => word(of, `options/${value}`, "option", label))
      : []),
    word(of, "orElse", "orElse", ("orElse" in item && item.orElse) || ""),
    ...("ends" in item && item.ends
      ? [word(of, "low", "low", item.ends.low), word(of, "high", "high", item.ends.high)]
      : []),
  ];
}

function word(of: Word["of"], place: string, use: WordUse, text: string): Word {
  const at = of === null ? place : `${of.part}/${of.key}/${place}`;
  return { place: at, use, of, text, longest: LONGEST[use] };
}

/** What is not translated into a language, or was when it said something else. */
export function missingWords(draft: Draft, language: string): Word[] {
  const words = draft.translations[language] ?? {};
  return wordsOf(draft).filter(({ place, text }) => words[place]?.of !== text);
}

/** Whether words were translated, from an original that says something else by now. */
export function isStale(draft: Draft, language: string, { place, text }: Word): boolean {
  const known = draft.translations[language]?.[place];
  return known !== undefined && known.of !== text;
}

/**
 * A draft's words in a language, in the shape of a version; what is not translated stands there in the draft's own
 * words, as far as a translation has room for it.
 */
export function translationOf(draft: Draft, language: string): Translation {
  const words = draft.translations[language] ?? {};
  const said = new Map(
    wordsOf(draft).map(({ place, text }) => [place, words[place]?.text ?? text]),
  );
  const at = (place: string) => said.get(place) ?? "";
  return {
    name: at("name"),
    description: at("description"),
    cantSay: { label: at("cant-say") },
    scales: Object.fromEntries(
      Object.entries(draft.scales).map(([key, { options }]) => [
        key,
        {
          stem: { self: at(`scales/${key}/stem/self`), other: at(`scales/${key}/stem/other`) },
          options: options.map(({ value }) => ({
            label: at(`scales/${key}/points/${value}/label`),
            short: at(`scales/${key}/points/${value}/short`),
          })),
        },
      ]),
    ),
    sections: Object.fromEntries(
      draft.sections.flatMap(({ key, title, intro }) =>
        title === null
          ? []
          : [
              [
                key,
                {
                  title: at(`sections/${key}/title`),
                  ...(intro === null ? {} : { intro: at(`sections/${key}/intro`) }),
                },
              ],
            ],
      ),
    ),
    items: Object.fromEntries(draft.items.map((item) => [item.key, translatedItem(item, at)])),
  };
}

function translatedItem(item: Item, at: (place: string) => string): Translation["items"][string] {
  const own = (place: string) => at(`items/${item.key}/${place}`);
  return {
    self: own("self"),
    other: own("other"),
    ...("hint" in item && item.hint !== null ? { hint: own("hint") } : {}),
    ...("options" in item
      ? { options: item.options.map(({ value }) => own(`options/${value}`)) }
      : {}),
    ...("orElse" in item && item.orElse !== null ? { orElse: own("orElse") } : {}),
    ...("ends" in item && item.ends ? { ends: { low: own("low"), high: own("high") } } : {}),
  };
}

/** A version's translation as the words of a draft. */
export function translatedWords(
  instrument: Instrument,
  inLanguage: Instrument,
): Draft["translations"][string] {
  const originals = new Map(wordsOf(instrument).map(({ place, text }) => [place, text]));
  return Object.fromEntries(
    wordsOf(inLanguage).flatMap(({ place, text }) => {
      const of = originals.get(place);
      return of === undefined ? [] : [[place, { text, of }]];
    }),
  );
}
