import { z } from "zod";
import { language, slug, text, version } from "~/features/frameworks/domain/index.ts";

const part = z.strictObject({
  key: slug,
  tone: z.enum(["managing", "leading", "neutral"]).describe("Which hat it belongs to, if any."),
  sense: z.enum(["way", "strength", "sign"]).describe("What a high figure speaks of."),
  items: z.int().min(4).max(8),
});

/** What a check is in every language: `content/checks/<key>.v<version>.json`. */
export const checkSchema = z
  .object({
    format: z.literal(1),
    key: slug,
    version,
    minutes: z.int().min(3).max(6).describe("How long answering takes most people."),
    scale: z.enum(["amount", "truth"]),
    situation: slug.describe("The situation of the guide in which its result is put to use."),
    parts: z.array(part).min(2).max(8).describe("What it tells apart, in the order shown."),
  })
  .describe("A check: parts of items on one scale.");

const item = z.union([
  text(110),
  z.strictObject({ team: text(110), alone: text(110) }).describe("With and without a team."),
]);

const partWords = z.strictObject({
  name: text(40),
  about: text(140),
  high: text(240),
  low: text(240),
  items: z.array(item).min(4).max(8),
});

/** A check's words in one language: `content/checks/<language>/<key>.v<version>.json`. */
export const checkWordsSchema = z
  .object({
    format: z.literal(1),
    key: slug,
    version,
    language,
    name: text(60),
    lead: text(200),
    limits: text(320),
    parts: z.record(slug, partWords),
    practice: z.strictObject({
      name: text(60),
      how: text(300),
      alone: text(300).describe("The same for people without reports."),
      notice: text(160).describe("What shows that it works."),
    }),
  })
  .describe("A check in one language.");
