import { z } from "zod";
import { observers } from "../observers.ts";
import { language, slug } from "../wording.ts";

export const MOST_LEVELS = 10;
export const LEAST_LEVELS = 2;
export const MOST_COMPETENCIES = 20_000;
export const MOST_GROUPS = 5_000;

/** One line with single spaces: what stands in lists, trees and cells of a table. */
export function line(longest: number): z.ZodString {
  return z.string().overwrite(asOneLine).min(1).max(longest);
}

const asOneLine = (text: string) => text.replace(/\s+/gu, " ").trim();

/** Names a thing in a framework for as long as it is the same thing, in every version and file. */
const id = line(300).describe("Unique among its kind in the framework.");

/** Lines and paragraphs, kept as they were written but for the kind of line end and blanks around. */
const paragraphs = (longest: number) => z.string().overwrite(unixLines).max(longest);
const unixLines = (text: string) => text.replace(/\r\n?/g, "\n").trim();
const list = (most: number, longest: number) => z.array(line(longest)).max(most).default([]);

const level = z.strictObject({
  name: line(80),
  description: paragraphs(1_000).default(""),
});

export const ownGroupSchema = z.strictObject({
  id,
  parent: id.nullable().default(null).describe("The group it stands in; null at the top."),
  name: line(300),
  description: paragraphs(8_000).default(""),
});

const anchor = z.strictObject({
  level: z.int().min(1).max(MOST_LEVELS).describe("Counted from 1, the lowest."),
  text: paragraphs(4_000).min(1).describe("What one sees somebody on this level do."),
  observableBy: z.array(z.enum(observers)).default([]).describe("Who can see it; empty: not said."),
});

export const ownCompetencySchema = z.strictObject({
  id,
  group: id.nullable().default(null),
  name: line(300),
  description: paragraphs(8_000).default(""),
  hat: slug.nullable().default(null).describe("Key of its hat; null for what is outside them."),
  tags: list(100, 300),
  otherNames: list(300, 300),
  sourceUri: line(500).nullable().default(null),
  anchors: z.array(anchor).max(MOST_LEVELS).default([]),
});

/** A framework of an organisation's own, as it is kept and as it is given to others. */
export const ownFrameworkSchema = z
  .object({
    format: z.literal("twohats-framework").default("twohats-framework"),
    formatVersion: z.literal(1).default(1),
    name: line(120),
    description: paragraphs(8_000).default(""),
    language,
    source: z
      .strictObject({
        uri: line(500).nullable().default(null),
        version: line(60).nullable().default(null),
        licence: line(300).nullable().default(null),
      })
      .default({ uri: null, version: null, licence: null }),
    levels: z
      .array(level)
      .min(LEAST_LEVELS)
      .max(MOST_LEVELS)
      .describe("Proficiency levels, lowest first."),
    groups: z.array(ownGroupSchema).max(MOST_GROUPS).default([]),
    competencies: z.array(ownCompetencySchema).max(MOST_COMPETENCIES).default([]),
  })
  .describe("Competencies in groups, with proficiency levels and what one sees on each.");

export type OwnFramework = z.output<typeof ownFrameworkSchema>;
export type OwnLevel = OwnFramework["levels"][number];
export type OwnGroup = OwnFramework["groups"][number];
export type OwnCompetency = OwnFramework["competencies"][number];
