import { z } from "zod";
import { text } from "~/features/frameworks/domain/index.ts";
import { whole } from "~/platform/i18n/format.ts";
import { type Given, keep, name } from "../../domain/given.ts";
import { countsOf, summaryOf } from "../../item/counting.ts";
import {
  ANSWERED,
  cantSay,
  readBoxes,
  readLine,
  readWhole,
  required,
  typedBoxes,
} from "../../item/item-editing.ts";
import type { Choice, ItemKind } from "../../item/item-kind.ts";
import { answerShape, itemShape } from "../../item/item-shape.ts";

const LARGEST = 999_999_999;
/**
 * Up to so many numbers are shown side by side, from 0 to 10 for instance, and kept among the ratings; others are
 * typed.
 */
const SIDE_BY_SIDE = 11;

const schema = z.strictObject({
  kind: z.literal("number"),
  ...itemShape,
  low: z.int().min(-LARGEST).max(LARGEST).default(0),
  high: z.int().min(-LARGEST).max(LARGEST).default(10),
  ends: z
    .strictObject({ low: text(40), high: text(40) })
    .nullable()
    .default(null)
    .describe("What the lowest and the highest number mean, such as not at all likely."),
  ...answerShape,
});

type Item = z.infer<typeof schema>;
export type NumberView = Pick<Item, "low" | "high" | "ends"> & {
  /** The numbers to choose from; null when one is typed. */
  choices: Choice[] | null;
};

const isShort = ({ low, high }: Item) =>
  high - low < SIDE_BY_SIDE && Math.max(Math.abs(low), Math.abs(high)) < 1_000;

function choices({ low, high }: Item): Choice[] {
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, at) => low + at).map((value) => ({
    value,
    label: String(value),
  }));
}

function numberIn({ rating, texts }: Given): number | null {
  if (rating !== null) return rating;
  return texts[""] ? Number(texts[""]) : null;
}

/** A whole number, such as how likely someone is to recommend, from 0 to 10. */
export const number: ItemKind<Item, NumberView> = {
  schema,
  editing: {
    fields: [
      { name: "low", control: "whole" },
      { name: "high", control: "whole" },
      { name: "lowEnd", control: "line", part: "ends.low" },
      { name: "highEnd", control: "line", part: "ends.high" },
      required,
      cantSay,
    ],
    start: { low: "0", high: "10", ...ANSWERED },
    typed: (item) => ({
      low: String(item.low),
      high: String(item.high),
      lowEnd: item.ends?.low ?? "",
      highEnd: item.ends?.high ?? "",
      ...typedBoxes(item),
    }),
    read: (typed) => {
      const [low, high] = [readLine(typed.lowEnd), readLine(typed.highEnd)];
      return {
        low: readWhole(typed.low),
        high: readWhole(typed.high),
        ends: low === null && high === null ? null : { low: low ?? "", high: high ?? "" },
        ...readBoxes(typed),
      };
    },
  },
  problems: ({ item: { low, high } }) => (low < high ? [] : ["high"]),
  names: "at-most-once",
  stores: (item) => (isShort(item) ? "rating" : "answer"),
  parts: () => [""],
  take: ({ item }, _part, text) => {
    const typed = text.trim().replace(/^\u2212/, "-");
    if (typed === "") return keep(null);
    const value = /^-?\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
    return value >= item.low && value <= item.high ? keep(value) : name("not-a-number");
  },
  conflict: () => null,
  isAnswered: (_asked, given) => numberIn(given) !== null,
  saying: ({ item: { low, high } }, value) =>
    Number.isInteger(value) && value >= low && value <= high
      ? { part: "", text: String(value) }
      : null,
  sayings: ({ item }) => (isShort(item) ? choices(item) : []),
  measure: ({ item }) => (isShort(item) ? { low: item.low, high: item.high } : null),
  view: ({ item }) => ({
    low: item.low,
    high: item.high,
    ends: item.ends,
    choices: isShort(item) ? choices(item) : null,
  }),
  inWords: (_asked, given) => {
    const value = numberIn(given);
    return value === null ? [] : [whole(value)];
  },
  summarise: ({ item }, given) =>
    summaryOf(
      given,
      (each) => numberIn(each) !== null,
      (answered) => {
        const numbers = answered.map(numberIn);
        // Of a long range only what was given: a line for each number that could be typed would have no end.
        const values = isShort(item)
          ? choices(item).map(({ value }) => value)
          : [...new Set(numbers)].filter((each) => each !== null).sort((a, b) => a - b);
        return [{ part: "", label: "", counts: countsOf(values, numbers) }];
      },
    ),
  columns: ({ item }) => [{ key: item.key, part: "" }],
  cells: (_asked, given) => [numberIn(given)],
};
