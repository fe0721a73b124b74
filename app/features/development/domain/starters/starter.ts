import { z } from "zod";
import { slug, text } from "~/features/frameworks/domain/index.ts";
import { actionKinds, LONGEST_TEXTS } from "../plan/plan.ts";

const action = z.strictObject({
  kind: z.enum(actionKinds),
  words: text(LONGEST_TEXTS.words),
  evidence: text(200).describe("What shows that it happened."),
  day: z.int().min(1).max(366).describe("Due so many days after the beginning."),
});

const part = z.strictObject({
  key: slug,
  title: text(LONGEST_TEXTS.title),
  competency: slug.nullable().describe("Key of a competency of the framework; null for none."),
  question: text(200).describe("What to ask oneself."),
  goal: text(LONGEST_TEXTS.goal),
  measure: text(LONGEST_TEXTS.measure),
  reason: text(LONGEST_TEXTS.reason),
  actions: z.array(action).min(1).max(8),
  partner: action
    .nullable()
    .describe("In place of its actions: to work with somebody who is strong there."),
});

const set = z.strictObject({
  key: slug,
  name: text(80),
  lead: text(400),
  note: text(400).nullable(),
  shape: z
    .enum(["areas", "timeline"])
    .describe("Each part becomes an area, or all of them one, with a part after the other."),
  parts: z.array(part).min(1).max(12),
});

/** Sets to begin a plan with, in one language. */
export const startersSchema = z
  .object({ language: z.string(), framework: slug, sets: z.array(set).min(1).max(20) })
  .describe("Starter sets of a development plan: what to work on, and what to do about it.");

export type Starters = z.infer<typeof startersSchema>;
export type StarterSet = Starters["sets"][number];
export type StarterPart = StarterSet["parts"][number];
