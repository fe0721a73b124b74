import { z } from "zod";
import { writtenDate } from "~/platform/i18n/format.ts";
import { keep, name } from "../../domain/given.ts";
import { countsOf, summaryOf } from "../../item/counting.ts";
import {
  ANSWERED,
  cantSay,
  readBoxes,
  readLine,
  required,
  typedBoxes,
} from "../../item/item-editing.ts";
import type { ItemKind } from "../../item/item-kind.ts";
import { answerShape, itemShape } from "../../item/item-shape.ts";

const day = z.iso.date();

const schema = z.strictObject({
  kind: z.literal("date"),
  ...itemShape,
  earliest: day.nullable().default(null),
  latest: day.nullable().default(null),
  ...answerShape,
});

type Item = z.infer<typeof schema>;
export type DateView = Pick<Item, "earliest" | "latest">;

/** A day, without a time or zone. */
export const date: ItemKind<Item, DateView> = {
  schema,
  editing: {
    fields: [
      { name: "earliest", control: "day" },
      { name: "latest", control: "day" },
      required,
      cantSay,
    ],
    start: ANSWERED,
    typed: (item) => ({
      earliest: item.earliest ?? "",
      latest: item.latest ?? "",
      ...typedBoxes(item),
    }),
    read: (typed) => ({
      earliest: readLine(typed.earliest),
      latest: readLine(typed.latest),
      ...readBoxes(typed),
    }),
  },
  problems: ({ item: { earliest, latest } }) =>
    earliest && latest && earliest > latest ? ["latest"] : [],
  names: "at-most-once",
  stores: () => "answer",
  parts: () => [""],
  take: ({ item: { earliest, latest } }, _part, text) => {
    const typed = text.trim();
    if (typed === "") return keep(null);
    const fits = (!earliest || typed >= earliest) && (!latest || typed <= latest);
    return day.safeParse(typed).success && fits ? keep(typed) : name("not-a-date");
  },
  conflict: () => null,
  isAnswered: (_asked, { texts }) => Boolean(texts[""]),
  saying: () => null,
  sayings: () => [],
  measure: () => null,
  view: ({ item }) => ({ earliest: item.earliest, latest: item.latest }),
  inWords: (_asked, { texts }) => (texts[""] ? [writtenDate(texts[""])] : []),
  // By month: single days would tell people apart that a count is there to join.
  summarise: (_asked, given) =>
    summaryOf(
      given,
      ({ texts }) => Boolean(texts[""]),
      (answered) => {
        const months = answered.map(({ texts }) => (texts[""] ?? "").slice(0, 7));
        return [{ part: "", label: "", counts: countsOf([...new Set(months)].sort(), months) }];
      },
    ),
  columns: ({ item }) => [{ key: item.key, part: "" }],
  cells: (_asked, { texts }) => [texts[""] ?? null],
};
