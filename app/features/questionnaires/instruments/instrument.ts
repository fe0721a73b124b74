import { z } from "zod";
import { language, slug, text, version } from "~/features/frameworks/domain/index.ts";
import { translationSchema } from "./translation.ts";

const wording = {
  self: text(160).describe("What a person reads about themselves."),
  other: text(160).describe("What others read; {{name}} stands for the person's name."),
};

const stem = z
  .strictObject(wording)
  .describe("Stands before each item of the scale. Stem and item together name the person once.");

const option = <Value extends number>(value: Value) =>
  z.strictObject({
    value: z.literal(value).describe("What a response stores."),
    label: text(40),
    short: text(20).describe("For narrow places such as the axis of a chart."),
  });

const amount = z
  .strictObject({
    kind: z.literal("amount"),
    stem,
    options: z.tuple([option(-2), option(-1), option(0), option(1), option(2)]),
  })
  .describe("How much: from far too little (-2) over the right amount (0) to far too much (2).");

const truth = z
  .strictObject({
    kind: z.literal("rating"),
    stem,
    options: z.tuple([option(1), option(2), option(3), option(4), option(5)]),
  })
  .describe("How true: from not at all (1) to completely (5).");

const section = z.strictObject({
  key: slug,
  title: text(80),
  intro: text(200),
  competency: slug.nullable().describe("The competency all its items belong to, or null."),
});

const item = z.strictObject({
  key: slug,
  section: slug,
  competency: slug.nullable(),
  behaviour: slug.nullable().describe("The behaviour it rates; null for an overall item."),
  scale: z.enum(["amount", "truth"]),
  ...wording,
});

const openQuestion = z.strictObject({
  key: z.enum(["keep", "more", "less"]),
  ...wording,
  hint: text(200),
});

/** The shape of an instrument file. Unknown keys at the top, such as `$schema`, are dropped. */
export const instrumentSchema = z
  .object({
    key: slug,
    version,
    name: text(80),
    description: text(400),
    language,
    framework: z.strictObject({ key: slug, version }),
    minutes: z.int().min(1).max(60).describe("How long answering takes most people."),
    scales: z.strictObject({ amount, truth }),
    cantSay: z.strictObject({ label: text(40) }),
    sections: z.array(section).min(1).max(60),
    items: z
      .array(item)
      .min(1)
      .max(300)
      .describe("In the order of the sections. A response stores its ratings in this order."),
    openQuestions: z.array(openQuestion).max(3),
    translations: z
      .record(language, translationSchema)
      .optional()
      .describe("The same questionnaire in other languages, by BCP 47 tag."),
  })
  .describe("A questionnaire about a person: sections, items, scales and open questions.");

export type Instrument = z.infer<typeof instrumentSchema>;
export type Item = Instrument["items"][number];

/** Reads an instrument from parsed JSON. Throws a ZodError when the shape is wrong; `checkInstrument` checks the rest. */
export function parseInstrument(json: unknown): Instrument {
  return instrumentSchema.parse(json);
}

/** The items of a section, each with its index: its place in the ratings of a response. */
export function itemsOfSection(
  instrument: Instrument,
  sectionKey: string,
): { index: number; item: Item }[] {
  return instrument.items
    .map((item, index) => ({ index, item }))
    .filter(({ item }) => item.section === sectionKey);
}

/** Whether `value` may stand at `itemIndex` in a response: a value of the item's scale, or null for "can't say". */
export function isValidRating(instrument: Instrument, itemIndex: number, value: unknown): boolean {
  const item = instrument.items[itemIndex];
  if (item === undefined) return false;
  return (
    value === null ||
    instrument.scales[item.scale].options.some((candidate) => candidate.value === value)
  );
}
