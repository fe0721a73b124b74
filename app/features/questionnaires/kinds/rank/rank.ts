import { z } from "zod";
import { type Given, keep, name } from "../../domain/given.ts";
import { countsOf, summaryOf } from "../../item/counting.ts";
import { ANSWERED, cantSay, readBoxes, required, typedBoxes } from "../../item/item-editing.ts";
import type { Choice, ItemKind } from "../../item/item-kind.ts";
import { answerShape, itemShape, optionsShape } from "../../item/item-shape.ts";
import { linesOf, optionsOf } from "../../item/options-by-line.ts";

const schema = z.strictObject({
  kind: z.literal("rank"),
  ...itemShape,
  options: optionsShape.max(10),
  ...answerShape,
});

type Item = z.infer<typeof schema>;
export type RankView = { choices: Choice[] };

/** The place each option was given, in the order of the options; null where none was. */
function placesIn({ options }: Item, { texts }: Given): (number | null)[] {
  return options.map(({ value }) => {
    const place = texts[String(value)];
    return place ? Number(place) : null;
  });
}

function isComplete(item: Item, given: Given): boolean {
  const places = placesIn(item, given);
  return places.every((place) => place !== null) && new Set(places).size === places.length;
}

/** An order: each option has one place, from 1, the first, to as many as there are. */
export const rank: ItemKind<Item, RankView> = {
  schema,
  editing: {
    fields: [{ name: "options", control: "lines" }, required, cantSay],
    start: ANSWERED,
    typed: (item) => ({ options: linesOf(item.options), ...typedBoxes(item) }),
    read: (typed, before) => ({
      options: optionsOf(typed.options ?? "", before?.options ?? []),
      ...readBoxes(typed),
    }),
  },
  problems: ({ item: { options } }) =>
    new Set(options.map(({ value }) => value)).size < options.length ? ["options"] : [],
  names: "at-most-once",
  stores: () => "answer",
  parts: ({ options }) => options.map(({ value }) => String(value)),
  take: ({ item }, _part, text) => {
    if (text === "") return keep(null);
    const place = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
    return place >= 1 && place <= item.options.length ? keep(place) : name("not-an-answer");
  },
  conflict: ({ item }, given) => {
    const places = placesIn(item, given).filter((place) => place !== null);
    return new Set(places).size < places.length ? "place-twice" : null;
  },
  isAnswered: ({ item }, given) => isComplete(item, given),
  saying: () => null,
  sayings: () => [],
  measure: () => null,
  view: ({ item }) => ({ choices: item.options }),
  inWords: ({ item }, given) => {
    const places = placesIn(item, given);
    return item.options
      .flatMap(({ label }, at) => {
        const place = places[at] ?? null;
        return place === null ? [] : [{ place, label }];
      })
      .sort((a, b) => a.place - b.place)
      .map(({ place, label }) => `${place}. ${label}`);
  },
  summarise: ({ item }, given) =>
    summaryOf(
      given,
      (each) => isComplete(item, each),
      (answered) =>
        item.options.map(({ value, label }, at) => ({
          part: String(value),
          label,
          counts: countsOf(
            item.options.map((_, index) => index + 1),
            answered.map((each) => placesIn(item, each)[at] ?? null),
          ),
        })),
    ),
  columns: ({ item }) => item.options.map(({ value }) => ({ key: item.key, part: String(value) })),
  cells: ({ item }, given) => placesIn(item, given),
};
