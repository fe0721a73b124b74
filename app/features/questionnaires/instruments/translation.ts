import { z } from "zod";
import { slug, text } from "~/features/frameworks/domain/index.ts";

const wording = {
  self: text(200).describe("What a person reads about themselves."),
  other: text(200).describe("What others read; {{name}} stands for the person's name."),
};

const scale = z.strictObject({
  stem: z.strictObject(wording),
  options: z
    .array(z.strictObject({ label: text(40), short: text(24) }))
    .describe("In the order of the scale's own options."),
});

const item = z
  .strictObject({
    ...wording,
    hint: text(240).optional(),
    options: z.array(text(160)).optional().describe("In the order of the item's own options."),
    orElse: text(160).optional(),
    ends: z.strictObject({ low: text(60), high: text(60) }).optional(),
  })
  .describe("The same words that the item has, no more and no less.");

/** Everything a rater reads of an instrument, in one more language. Complete: half a translation is none. */
export const translationSchema = z
  .strictObject({
    name: text(80),
    description: text(400),
    scales: z.record(slug, scale),
    cantSay: z.strictObject({ label: text(40) }),
    sections: z.record(slug, z.strictObject({ title: text(80), intro: text(240).optional() })),
    items: z.record(slug, item),
  })
  .describe("By key: every scale, section and item of the instrument, and no other.");

export type Translation = z.infer<typeof translationSchema>;
