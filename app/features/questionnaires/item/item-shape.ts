import { z } from "zod";
import { slug, text } from "~/features/frameworks/domain/index.ts";

/** How an item, a stem or a question is worded. */
export const wording = {
  self: text(160).describe("What a person reads about themselves."),
  other: text(160).describe("What others read; {{name}} stands for the person's name."),
};

const condition = z
  .strictObject({
    item: slug.describe("An item further up."),
    is: z.array(z.int()).min(1).max(20).describe("Any of these values of its answer."),
  })
  .describe("Asked only when another item was answered so.");

/** What every item has, whatever its kind. */
export const itemShape = {
  key: slug.describe("Unique in the questionnaire."),
  section: slug,
  competency: slug.nullable().default(null),
  behaviour: slug.nullable().default(null).describe("The behaviour it rates; null for none."),
  when: condition.nullable().default(null),
  ...wording,
};

/** What an item that is answered has besides. */
export const answerShape = {
  required: z.boolean().default(true).describe("Whether it must be answered or declined."),
  cantSay: z.boolean().default(true).describe("Whether it can be declined."),
};

const option = z.strictObject({ value: z.int().min(1).max(99), label: text(120) });

/** Things to choose from or to bring into an order, each with the value that an answer keeps. */
export const optionsShape = z.array(option).min(2).max(20);

const base = z.strictObject(itemShape);
/** Any item, as far as its kind does not matter. */
export type ItemBase = z.infer<typeof base> & {
  kind: string;
  scale?: string;
  required?: boolean;
  cantSay?: boolean;
};
