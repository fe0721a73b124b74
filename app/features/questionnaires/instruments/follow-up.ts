import type { Item } from "../kinds/registry.ts";
import type { Instrument } from "./instrument.ts";
import type { Translation } from "./translation.ts";

/** What a follow-up says of itself, and how it asks whether something changed, in one language. */
export type FollowUpWords = {
  name: string;
  description: string;
  title: string;
  intro: string;
  /** "Compared with before": after each question, without a name. */
  since: string;
  less: string;
  same: string;
  more: string;
};

/** Where each question of the follow-up stands: what was asked before, and how it compares. */
export type FollowUpPair = { item: string; since: string };

/** What an answer of less, the same and more is stored as. */
const LESS = 1;
const SAME = 2;
const MORE = 3;

const SECTION = "follow-up";

/**
 * A questionnaire that asks some questions of another one again, on the same scales, each with whether it is less, the
 * same or more than before. In every language of the other; `wordsIn` gives its own words in each. Throws for a
 * question that is not in it.
 */
export function followUpOf(
  source: Instrument,
  keys: readonly string[],
  { key, wordsIn }: { key: string; wordsIn: (language: string) => FollowUpWords },
): { instrument: Instrument; pairs: FollowUpPair[] } {
  const pairs = keys.map((item, at) => ({ item, since: sinceKey(at) }));
  const asked = keys.map((wanted) => {
    const item = source.items.find((each) => each.key === wanted);
    if (!item) throw new Error(`no question ${wanted} to ask again`);
    return item;
  });
  const words = wordsIn(source.language);
  const used = new Set(asked.flatMap((item) => ("scale" in item ? [item.scale] : [])));
  const scales = Object.fromEntries(
    Object.entries(source.scales).filter(([scale]) => used.has(scale)),
  );
  return {
    pairs,
    instrument: {
      ...{ format: 2, key, version: 1, name: words.name, description: words.description },
      ...{ language: source.language, framework: source.framework, about: "person", minutes: 1 },
      ...{ scales, cantSay: source.cantSay },
      sections: [{ key: SECTION, title: words.title, intro: words.intro, competency: null }],
      items: asked.flatMap((item, at) => [
        { ...item, section: SECTION, when: null } as Item,
        comparison(item, sinceKey(at), words),
      ]),
      translations: Object.fromEntries(
        Object.entries(source.translations ?? {}).map(([language, translation]) => [
          language,
          translated(translation, { pairs, scales: used, words: wordsIn(language) }),
        ]),
      ),
    },
  };
}

const sinceKey = (at: number) => `${SECTION}-${at + 1}`;

function comparison({ competency, behaviour }: Item, key: string, words: FollowUpWords): Item {
  return {
    ...{ kind: "choice", key, section: SECTION, competency, behaviour, when: null },
    ...{ self: words.since, other: words.since },
    options: [
      { value: LESS, label: words.less },
      { value: SAME, label: words.same },
      { value: MORE, label: words.more },
    ],
    ...{ several: false, orElse: null, required: true, cantSay: true },
  };
}

function translated(
  translation: Translation,
  {
    pairs,
    scales,
    words,
  }: { pairs: readonly FollowUpPair[]; scales: ReadonlySet<string>; words: FollowUpWords },
): Translation {
  const only = <Value>(all: Record<string, Value>, wanted: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => wanted(key)));
  const since = { self: words.since, other: words.since };
  const options = [words.less, words.same, words.more];
  return {
    ...{ name: words.name, description: words.description, cantSay: translation.cantSay },
    scales: only(translation.scales, (key) => scales.has(key)),
    sections: { [SECTION]: { title: words.title, intro: words.intro } },
    items: {
      ...only(translation.items, (key) => pairs.some(({ item }) => item === key)),
      ...Object.fromEntries(pairs.map((pair) => [pair.since, { ...since, options }])),
    },
  };
}
