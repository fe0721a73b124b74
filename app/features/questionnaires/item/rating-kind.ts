import { keep, name } from "../domain/given.ts";
import { countsOf, summaryOf } from "./counting.ts";
import type { Asked, Choice, ItemKind } from "./item-kind.ts";

/** What all kinds share whose answer is one of a few whole numbers. */
export function ratingKind<Item extends { kind: string; key: string }>(
  choicesOf: (asked: Asked<Item>) => readonly Choice[],
) {
  const values = (asked: Asked<Item>) => choicesOf(asked).map(({ value }) => value);
  return {
    names: "once",
    stores: () => "rating",
    parts: () => [""],
    take: (asked, _part, text) => {
      const rating = /^-?\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
      return values(asked).includes(rating) ? keep(rating) : name("not-an-answer");
    },
    conflict: () => null,
    isAnswered: (_asked, { rating }) => rating !== null,
    saying: (asked, value) =>
      values(asked).includes(value) ? { part: "", text: String(value) } : null,
    sayings: choicesOf,
    inWords: (asked, { rating }) =>
      choicesOf(asked).flatMap(({ value, label }) => (value === rating ? [label] : [])),
    summarise: (asked, given) =>
      summaryOf(
        given,
        ({ rating }) => rating !== null,
        (answered) => [
          {
            part: "",
            label: "",
            counts: countsOf(
              values(asked),
              answered.map(({ rating }) => rating),
            ),
          },
        ],
      ),
    columns: ({ item }) => [{ key: item.key, part: "" }],
    cells: (_asked, { rating }) => [rating],
  } satisfies Omit<ItemKind<Item, object>, "schema" | "editing" | "problems" | "measure" | "view">;
}
