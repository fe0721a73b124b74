import { z } from "zod";
import { observers } from "./observers.ts";
import { language, slug, text, version } from "./wording.ts";

const hat = z.strictObject({ key: slug, name: text(40), description: text(300) });

const behaviour = z.strictObject({
  key: slug.describe("Unique in the whole framework."),
  label: text(60).describe("Short noun phrase for charts and lists."),
  self: text(160).describe("The wording a person reads about themselves."),
  other: text(160).describe("The wording others read; {{name}} stands for the person's name."),
  tooLittle: text(200).describe("One sentence: what one sees when there is too little of it."),
  tooMuch: text(200).describe("One sentence: what one sees when there is too much of it."),
  observableBy: z
    .array(z.enum(observers))
    .min(1)
    .optional()
    .describe("Who can see it, and so be asked about it. Versions before it was said have none."),
});

const chosen = z.strictObject({
  behaviour: slug.describe("Key of a behaviour of the framework."),
  self: behaviour.shape.self.optional(),
  other: behaviour.shape.other.optional(),
  tooLittle: behaviour.shape.tooLittle.optional(),
  tooMuch: behaviour.shape.tooMuch.optional(),
  observableBy: behaviour.shape.observableBy,
});

const profile = z.strictObject({
  key: slug,
  name: text(60),
  description: text(300),
  behaviours: z
    .array(chosen)
    .min(1)
    .describe("Which behaviours such people can show; what is not said again is as it stands."),
});

const anchored = <Level extends number>(level: Level) =>
  z.strictObject({
    level: z.literal(level),
    anchor: text(200).describe("What someone at this level does."),
  });

const practice = z.strictObject({
  key: slug.describe("Unique in the whole framework."),
  name: text(60),
  behaviour: slug.describe("The behaviour it trains; one of the same competency."),
  direction: z.enum(["more", "less"]).describe("Whether it is for doing more or less of it."),
  how: text(400).describe("What to do for 30 days."),
  checkIn: text(160).describe("The question asked at each check-in."),
});

const competency = z.strictObject({
  key: slug,
  hat: slug.nullable().describe("Key of its hat; null stands above the hats."),
  name: text(60),
  core: text(120).describe("The core of it in one line."),
  description: text(400),
  behaviours: z.array(behaviour).min(1).max(12),
  levels: z
    .tuple([anchored(1), anchored(2), anchored(3), anchored(4), anchored(5)])
    .describe("Proficiency levels, lowest first."),
  doMore: z.array(text(240)).min(1).max(6).describe("Guidance for those who do too little."),
  doLess: z.array(text(240)).min(1).max(6).describe("Guidance for those who do too much."),
  questions: z.array(text(200)).min(1).max(8).describe("Coaching questions."),
  practices: z.array(practice).max(8),
});

/** The shape of a framework file. Unknown keys at the top, such as `$schema`, are dropped. */
export const frameworkSchema = z
  .object({
    key: slug,
    version,
    name: text(80),
    description: text(400),
    language,
    hats: z.array(hat).min(1).max(6),
    competencies: z.array(competency).min(1).max(60),
    profiles: z
      .array(profile)
      .max(12)
      .optional()
      .describe("Choices of behaviours for people whom not all of them fit, in words that do."),
  })
  .describe("Hats, competencies, behaviours, proficiency levels and practices.");

export type Framework = z.infer<typeof frameworkSchema>;
export type Profile = NonNullable<Framework["profiles"]>[number];
export type Competency = Framework["competencies"][number];

/** Reads a framework from parsed JSON. Throws a ZodError when the shape is wrong; `checkFramework` checks the rest. */
export function parseFramework(json: unknown): Framework {
  return frameworkSchema.parse(json);
}
