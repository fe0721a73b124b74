/** Whom somebody answers for: a team that reports to them, or themselves alone. */
export type Voice = "team" | "alone";

/** How its items are answered: how much of it there is (-2 to 2), or how true it is (1 to 5). */
export type Scale = "amount" | "truth";

/** What a high figure speaks of: a way of doing things, something one is good at, or a sign to look at. */
export type Sense = "way" | "strength" | "sign";

export type CheckPart = {
  key: string;
  tone: "managing" | "leading" | "neutral";
  sense: Sense;
  /** How many items it has. */
  items: number;
};

/** A check as far as scoring needs it: the same in every language. */
export type Check = {
  key: string;
  /** Counts up from 1. A version never changes: results in addresses rest on it. */
  version: number;
  minutes: number;
  scale: Scale;
  parts: readonly CheckPart[];
};

/** An answer to each item, in the order in which they are asked; null where none was given. */
export type Ratings = readonly (number | null)[];

/** An item by its place: the part's, then its own within the part. Both count from 0. */
export type ItemPlace = { part: number; item: number };

/**
 * The items in the order in which they are asked: the first of every part, then the second of every part, and so on.
 * Side by side, items of one part would tell what is wanted.
 */
export function itemOrder({ parts }: Pick<Check, "parts">): ItemPlace[] {
  const rounds = Math.max(...parts.map(({ items }) => items));
  return Array.from({ length: rounds }, (_, item) =>
    parts.flatMap((each, part) => (item < each.items ? [{ part, item }] : [])),
  ).flat();
}

/** The numbers that may be chosen on a scale, the lowest first. */
export function valuesOf(scale: Scale): readonly number[] {
  return scale === "amount" ? [-2, -1, 0, 1, 2] : [1, 2, 3, 4, 5];
}
