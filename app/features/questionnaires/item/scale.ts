import { z } from "zod";
import { text } from "~/features/frameworks/domain/index.ts";
import { wording } from "./item-shape.ts";

const stem = z
  .strictObject(wording)
  .describe("Stands before each item of the scale. Stem and item together name the person once.");

const words = {
  label: text(40),
  short: text(20).describe("For narrow places such as the axis of a chart."),
};

const point = <Value extends number>(value: Value) =>
  z.strictObject({ value: z.literal(value).describe("What a response stores."), ...words });

/** Points that count up from 1. */
const points = z
  .array(z.strictObject({ value: z.int().describe("What a response stores."), ...words }))
  .min(2)
  .max(11)
  .refine((options) => options.every(({ value }, index) => value === index + 1), {
    error: "values count up from 1",
  });

const amount = z
  .strictObject({
    kind: z.literal("amount"),
    stem,
    options: z.tuple([point(-2), point(-1), point(0), point(1), point(2)]),
  })
  .describe("How much: from far too little (-2) over the right amount (0) to far too much (2).");

const truth = z
  .strictObject({ kind: z.literal("truth"), stem, options: points })
  .describe("How true, or how far someone agrees: from 1, not at all, up.");

const frequency = z
  .strictObject({ kind: z.literal("frequency"), stem, options: points })
  .describe("How often: from 1, never, up.");

/** A scale that items share. Its kind is that of the items on it. */
export const scaleSchema = z.discriminatedUnion("kind", [amount, truth, frequency]);
export type AnswerScale = z.infer<typeof scaleSchema>;
