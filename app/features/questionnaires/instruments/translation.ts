import { z } from "zod";
import { slug, text } from "~/features/frameworks/domain/index.ts";

const wording = {
  self: text(200).describe("What a person reads about themselves."),
  other: text(200).describe("What others read; {{name}} stands for the person's name."),
};

const option = z.strictObject({ label: text(40), short: text(24) });

const scale = z.strictObject({
  stem: z.strictObject(wording),
  options: z
    .tuple([option, option, option, option, option])
    .describe("In the order of the scale's own options."),
});

/** Everything a rater reads of an instrument, in one more language. Complete: half a translation is none. */
export const translationSchema = z
  .strictObject({
    name: text(80),
    description: text(400),
    scales: z.strictObject({ amount: scale, truth: scale }),
    cantSay: z.strictObject({ label: text(40) }),
    sections: z.record(slug, z.strictObject({ title: text(80), intro: text(240) })),
    items: z.record(slug, z.strictObject(wording)),
    openQuestions: z.record(slug, z.strictObject({ ...wording, hint: text(240) })),
  })
  .describe("By key: every section, item and open question of the instrument, and no other.");

export type Translation = z.infer<typeof translationSchema>;
