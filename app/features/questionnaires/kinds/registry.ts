import { z } from "zod";
import type { Asked, ItemKind } from "../item/item-kind.ts";
import { amount } from "./amount/amount.ts";
import { choice } from "./choice/choice.ts";
import { date } from "./date/date.ts";
import { frequency } from "./frequency/frequency.ts";
import { number } from "./number/number.ts";
import { rank } from "./rank/rank.ts";
import { statement } from "./statement/statement.ts";
import { text } from "./text/text.ts";
import { truth } from "./truth/truth.ts";

/** Every kind of item there is. */
export const kinds = { amount, truth, frequency, choice, number, date, text, rank, statement };

type Kinds = typeof kinds;
type ItemOf<Kind> = Kind extends ItemKind<infer Item, infer _View> ? Item : never;

/** An item of a questionnaire, of one kind or another. */
export type Item = { [Name in keyof Kinds]: ItemOf<Kinds[Name]> }[keyof Kinds];
export type KindName = keyof Kinds;

const shapes = Object.values(kinds).map(({ schema }) => schema);

export const itemSchema = z.discriminatedUnion(
  "kind",
  shapes as unknown as [z.core.$ZodTypeDiscriminable],
) as unknown as z.ZodType<Item>;

/** What an item's kind knows of it, whichever it is: an item always goes to its own kind. */
export function kindOf(item: Item): ItemKind<Item, object> {
  return kinds[item.kind] as unknown as ItemKind<Item, object>;
}

/** The kind of a name, for what has no item yet. */
export function kindNamed(name: KindName): ItemKind<Item, object> {
  return kinds[name] as unknown as ItemKind<Item, object>;
}

/** Their names, in the order in which they are offered. */
export const kindNames = Object.keys(kinds) as KindName[];

export type AskedItem = Asked<Item>;
