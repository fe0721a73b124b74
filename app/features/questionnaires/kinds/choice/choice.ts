import { z } from "zod";
import { text as words } from "~/features/frameworks/domain/index.ts";
import { TICKED } from "../../domain/answers.ts";
import { type Given, keep, name } from "../../domain/given.ts";
import { countsOf, summaryOf } from "../../item/counting.ts";
import {
  ANSWERED,
  cantSay,
  ON,
  readBoxes,
  readLine,
  required,
  typedBoxes,
} from "../../item/item-editing.ts";
import type { Asked, Choice, ItemKind } from "../../item/item-kind.ts";
import { answerShape, itemShape, optionsShape } from "../../item/item-shape.ts";
import { linesOf, optionsOf } from "../../item/options-by-line.ts";

const LONGEST_OTHER = 200;
/** What stands for the answer that is not on the list. */
const ELSE = 0;
/** The part in which someone says what it is. */
const OWN_WORDS = "other";

const schema = z.strictObject({
  kind: z.literal("choice"),
  ...itemShape,
  options: optionsShape,
  several: z.boolean().default(false).describe("Whether more than one may be chosen."),
  orElse: words(120)
    .nullable()
    .default(null)
    .describe("What an answer is called that is not on the list; null when the list is complete."),
  ...answerShape,
});

type Item = z.infer<typeof schema>;
export type ChoiceView = {
  choices: Choice[];
  several: boolean;
  /** The value that opens a line for one's own words; null without one. */
  orElse: number | null;
  longest: number;
};

const choicesOf = ({ options, orElse }: Item): Choice[] =>
  orElse === null ? options : [...options, { value: ELSE, label: orElse }];

/** What was chosen. Words without their box say that the answer is not on the list. */
function chosen({ item }: Asked<Item>, { rating, texts }: Given): number[] {
  const values = choicesOf(item).map(({ value }) => value);
  return values.filter(
    (value) =>
      (item.several ? texts[String(value)] === TICKED : rating === value) ||
      (value === ELSE && Boolean(texts[OWN_WORDS]?.trim()) && (item.several || rating === null)),
  );
}

/** One answer of a list, or several; with `orElse` also one that is not on it. */
export const choice: ItemKind<Item, ChoiceView> = {
  schema,
  editing: {
    fields: [
      { name: "options", control: "lines" },
      { name: "several", control: "box" },
      { name: "orElse", control: "line" },
      required,
      cantSay,
    ],
    start: ANSWERED,
    typed: (item) => ({
      options: linesOf(item.options),
      several: item.several ? ON : "",
      orElse: item.orElse ?? "",
      ...typedBoxes(item),
    }),
    read: (typed, before) => ({
      options: optionsOf(typed.options ?? "", before?.options ?? []),
      several: typed.several === ON,
      orElse: readLine(typed.orElse),
      ...readBoxes(typed),
    }),
  },
  problems: ({ item: { options } }) =>
    new Set(options.map(({ value }) => value)).size < options.length ? ["options"] : [],
  names: "at-most-once",
  stores: ({ several }) => (several ? "answer" : "rating"),
  parts: (item) => [
    ...(item.several ? choicesOf(item).map(({ value }) => String(value)) : [""]),
    ...(item.orElse === null ? [] : [OWN_WORDS]),
  ],
  take: ({ item }, part, text) => {
    if (part === OWN_WORDS) return text.length > LONGEST_OTHER ? name("too-long") : keep(text);
    if (item.several) return ["", TICKED].includes(text) ? keep(text) : name("not-an-answer");
    const isListed = choicesOf(item).some(({ value }) => String(value) === text);
    return isListed ? keep(Number(text)) : name("not-an-answer");
  },
  conflict: () => null,
  isAnswered: (asked, given) => chosen(asked, given).length > 0,
  saying: ({ item }, value) => {
    if (!choicesOf(item).some((each) => each.value === value)) return null;
    return item.several ? { part: String(value), text: TICKED } : { part: "", text: String(value) };
  },
  sayings: ({ item }) => choicesOf(item),
  measure: () => null,
  view: ({ item }) => ({
    choices: choicesOf(item),
    several: item.several,
    orElse: item.orElse === null ? null : ELSE,
    longest: LONGEST_OTHER,
  }),
  inWords: (asked, given) => {
    const own = given.texts[OWN_WORDS]?.trim();
    const values = chosen(asked, given);
    return choicesOf(asked.item).flatMap(({ value, label }) => {
      if (!values.includes(value)) return [];
      return [value === ELSE && own ? `${label}: ${own}` : label];
    });
  },
  summarise: (asked, given) =>
    summaryOf(
      given,
      (each) => chosen(asked, each).length > 0,
      (answered) => [
        {
          part: "",
          label: "",
          counts: countsOf(
            choicesOf(asked.item).map(({ value }) => value),
            answered.flatMap((each) => chosen(asked, each)),
          ),
        },
      ],
    ),
  columns: ({ item }) => [
    ...(item.several ? choicesOf(item).map(({ value }) => String(value)) : [""]).map((part) => ({
      key: item.key,
      part,
    })),
    ...(item.orElse === null ? [] : [{ key: item.key, part: OWN_WORDS }]),
  ],
  cells: (asked, given) => {
    const { item } = asked;
    const values = chosen(asked, given);
    const silent = given.cantSay || values.length === 0;
    return [
      ...(item.several
        ? choicesOf(item).map(({ value }) => (silent ? null : Number(values.includes(value))))
        : [values[0] ?? null]),
      ...(item.orElse === null ? [] : [given.texts[OWN_WORDS] ?? null]),
    ];
  },
};
