import type { Scale } from "@twohats/disclosure";
import type { z } from "zod";
import type { Alternatives } from "../domain/condition.ts";
import type { AnswerProblemCode, Given, Taken } from "../domain/given.ts";
import type { ItemEditing } from "./item-editing.ts";
import type { ItemBase } from "./item-shape.ts";
import type { AnswerScale } from "./scale.ts";

/** An item with what it needs of its questionnaire. */
export type Asked<Item = ItemBase> = {
  item: Item;
  /** The scale it is on; null for kinds without one. */
  scale: AnswerScale | null;
  /** Its place in the ratings; null where its answer is no small whole number. */
  slot: number | null;
};

/** What a page gets of any item. The kind adds what its field shows. Plain data. */
export type ItemView = {
  kind: string;
  key: string;
  text: string;
  owed: boolean;
  /** What "can't say" is called; null where it can't be said. */
  cantSay: string | null;
  when: Alternatives | null;
  /** The names of its fields, by part. */
  fields: Record<string, string>;
  /** What stands above all items of its scale; null for kinds without one. */
  stem: string | null;
};

export type Choice = { value: number; label: string };

/** How often each answer was given. */
export type Counts = {
  /** What is counted: the part of the item, and what it is called; both empty for the item itself. */
  part: string;
  label: string;
  counts: { value: number | string; count: number }[];
};

/**
 * Answers to one item, as counts: exactly what packages/disclosure is asked about before anything is shown. `n` gave an
 * answer, `cantSay` declined; where several values may be chosen, counts add up to more.
 */
export type Summary = { n: number; cantSay: number; tables: Counts[] };

/** A column of a table of answers; `part` is empty for the item itself. */
export type Column = { key: string; part: string };
export type Cell = number | string | null;

/**
 * What kinds of items know: all that depends on the kind, so that nothing elsewhere asks which it is. How it looks is
 * `kinds/fields.tsx`, apart, so that who reads or counts answers loads no components.
 */
export type ItemKind<Item extends { kind: string }, View extends object> = {
  /** Its shape in an instrument. */
  schema: z.ZodType<Item, object>;
  editing: ItemEditing<Item>;
  /** What the shape alone can't say; places below the item. */
  problems(asked: Asked<Item>): string[];
  /** Whether the person's name stands in the question for others exactly once, or may be missing. */
  names: "once" | "at-most-once";
  /** Where its answer is kept. */
  stores(item: Item): "rating" | "comment" | "answer" | "nothing";
  /** What it asks for, by part; "" for the item itself. */
  parts(item: Item): string[];
  /** Reads one part as it was sent. */
  take(asked: Asked<Item>, part: string, text: string): Taken;
  /** What is wrong with the parts together. */
  conflict(asked: Asked<Item>, given: Given): AnswerProblemCode | null;
  isAnswered(asked: Asked<Item>, given: Given): boolean;
  /** The part and text that say `value`, for conditions that rest on it; null when it never says so. */
  saying(asked: Asked<Item>, value: number): { part: string; text: string } | null;
  /** All that it can say, as far as that is a list to choose from: what a new condition may rest on. */
  sayings(asked: Asked<Item>): readonly Choice[];
  /** The scale that scoring measures with; null for what is not measured. */
  measure(asked: Asked<Item>): Scale | null;
  /** What its field shows besides the question. */
  view(asked: Asked<Item>): View;
  /** What was answered, as who answered reads it again; nothing where nothing was. */
  inWords(asked: Asked<Item>, given: Given): string[];
  summarise(asked: Asked<Item>, given: readonly Given[]): Summary;
  columns(asked: Asked<Item>): Column[];
  /** One answer, in the order of the columns. */
  cells(asked: Asked<Item>, given: Given): Cell[];
};
