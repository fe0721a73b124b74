import { z } from "zod";
import { text as words } from "~/features/frameworks/domain/index.ts";
import { LONGEST_COMMENT } from "../../domain/answers.ts";
import { keep, name } from "../../domain/given.ts";
import { summaryOf } from "../../item/counting.ts";
import { ON, readLine, required } from "../../item/item-editing.ts";
import type { ItemKind } from "../../item/item-kind.ts";
import { itemShape } from "../../item/item-shape.ts";

const LONGEST_LINE = 200;

const schema = z.strictObject({
  kind: z.literal("text"),
  ...itemShape,
  hint: words(200).nullable().default(null),
  long: z.boolean().default(true).describe("Several lines; otherwise one."),
  required: z.boolean().default(false),
});

type Item = z.infer<typeof schema>;
export type TextView = { hint: string | null; long: boolean; longest: number };

const isWritten = (text: string | undefined) => Boolean(text?.trim());
const longest = ({ long }: Item) => (long ? LONGEST_COMMENT : LONGEST_LINE);

/** An answer in one's own words. */
export const text: ItemKind<Item, TextView> = {
  schema,
  editing: {
    fields: [{ name: "hint", control: "line" }, { name: "long", control: "box" }, required],
    start: { long: ON },
    typed: (item) => ({
      hint: item.hint ?? "",
      long: item.long ? ON : "",
      required: item.required ? ON : "",
    }),
    read: (typed) => ({
      hint: readLine(typed.hint),
      long: typed.long === ON,
      required: typed.required === ON,
    }),
  },
  problems: () => [],
  names: "once",
  stores: () => "comment",
  parts: () => [""],
  take: ({ item }, _part, sent) => (sent.length > longest(item) ? name("too-long") : keep(sent)),
  conflict: () => null,
  isAnswered: (_asked, { texts }) => isWritten(texts[""]),
  saying: () => null,
  sayings: () => [],
  measure: () => null,
  view: ({ item }) => ({ hint: item.hint, long: item.long, longest: longest(item) }),
  inWords: (_asked, { texts }) => (isWritten(texts[""]) ? [texts[""]?.trim() ?? ""] : []),
  // How many wrote. What they wrote is no figure; who may read it is decided where comments are.
  summarise: (_asked, given) =>
    summaryOf(
      given,
      ({ texts }) => isWritten(texts[""]),
      () => [],
    ),
  columns: ({ item }) => [{ key: item.key, part: "" }],
  cells: (_asked, { texts }) => [texts[""] ?? null],
};
