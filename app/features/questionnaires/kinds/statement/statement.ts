import { z } from "zod";
import { name } from "../../domain/given.ts";
import type { ItemKind } from "../../item/item-kind.ts";
import { itemShape } from "../../item/item-shape.ts";

const schema = z.strictObject({ kind: z.literal("statement"), ...itemShape });

/** Words between questions. Nothing is asked. */
export const statement: ItemKind<z.infer<typeof schema>, object> = {
  schema,
  editing: { fields: [], start: {}, typed: () => ({}), read: () => ({}) },
  problems: () => [],
  names: "at-most-once",
  stores: () => "nothing",
  parts: () => [],
  take: () => name("not-an-answer"),
  conflict: () => null,
  isAnswered: () => true,
  saying: () => null,
  sayings: () => [],
  measure: () => null,
  view: () => ({}),
  inWords: () => [],
  summarise: () => ({ n: 0, cantSay: 0, tables: [] }),
  columns: () => [],
  cells: () => [],
};
