import { z } from "zod";
import { language, slug, text, version } from "~/features/frameworks/domain/index.ts";
import { GROUPS } from "../domain/situation.ts";

const situation = z.strictObject({
  key: slug,
  group: z.enum(GROUPS).describe("Among which others it is listed."),
  behaviours: z
    .array(slug)
    .min(2)
    .max(4)
    .describe("Behaviours of the built-in framework that it asks for."),
  source: text(80)
    .regex(/ \(\d{4}\)$/)
    .optional()
    .describe("Where the idea comes from, as in “Bridges (1991)”."),
});

/** What the guide is in every language: `content/guide/situations.v<version>.json`. */
export const guideSchema = z
  .object({
    format: z.literal(1),
    version,
    situations: z.array(situation).min(1).describe("In the order in which they are listed."),
  })
  .describe("The situations of the guide.");

const move = text(90)
  .regex(/^\S+( \S+){0,11}$/)
  .describe("One concrete step, of twelve words at most.");
const moves = z.strictObject({
  today: z.array(move).min(1).max(4),
  thisWeek: z.array(move).min(1).max(4),
  thisQuarter: z.array(move).min(1).max(4),
});
const ofBoth = <Each extends z.ZodType>(each: Each) =>
  z.strictObject({ managing: each, leading: each });

/** The guide's words in one language: `content/guide/<language>.json`. */
export const guideWordsSchema = z
  .object({
    format: z.literal(1),
    version,
    language,
    situations: z.record(
      slug,
      z.strictObject({
        title: text(60),
        summary: text(160),
        keywords: z
          .array(text(40))
          .min(5)
          .max(12)
          .describe("What people type when they are in it; shown nowhere."),
        moves: ofBoth(moves),
        tooMuch: ofBoth(text(160)).describe("What over-doing each hat looks like here."),
        say: z.array(text(160)).min(2).max(3).describe("Words to say."),
      }),
    ),
  })
  .describe("The guide in one language.");
