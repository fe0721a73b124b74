import { z } from "zod";
import { language, slug, text, version } from "~/features/frameworks/domain/index.ts";
import { scaleSchema } from "../item/scale.ts";
import { itemSchema } from "../kinds/registry.ts";
import { translationSchema } from "./translation.ts";
import { upgradeInstrument } from "./upgrade-instrument.ts";

const section = z.strictObject({
  key: slug,
  title: text(80).nullable().describe("null: what open questions are called on the page."),
  intro: text(200).nullable(),
  competency: slug
    .nullable()
    .default(null)
    .describe("The competency all its items belong to, or null."),
});

/** The shape of an instrument file. Unknown keys at the top, such as `$schema`, are dropped. */
export const instrumentSchema = z
  .object({
    format: z.literal(2),
    key: slug,
    version,
    name: text(80),
    description: text(400),
    language,
    framework: z.strictObject({ key: slug, version }),
    about: z
      .enum(["person", "nobody"])
      .default("person")
      .describe("Whether it asks about a person, whose name others read."),
    minutes: z.int().min(1).max(60).describe("How long answering takes most people."),
    scales: z.record(slug, scaleSchema).describe("Scales that items share, by key."),
    cantSay: z.strictObject({ label: text(40) }),
    sections: z.array(section).min(1).max(60).describe("Each is a page."),
    items: z
      .array(itemSchema)
      .min(1)
      .max(300)
      .describe(
        "In the order of the sections. A response stores small whole numbers in this order.",
      ),
    translations: z
      .record(language, translationSchema)
      .optional()
      .describe("The same questionnaire in other languages, by BCP 47 tag."),
  })
  .describe("A questionnaire: pages of items, with the scales they share.");

export type Instrument = z.infer<typeof instrumentSchema>;

/**
 * Reads an instrument from parsed JSON, of this format or the one before. Throws a ZodError when the shape is wrong;
 * `checkInstrument` checks the rest.
 */
export function parseInstrument(json: unknown): Instrument {
  return instrumentSchema.parse(upgradeInstrument(json));
}
