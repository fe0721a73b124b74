import type { Voice } from "./check.ts";

/** An item: one wording where it asks nobody about a team, else one for each voice. */
export type ItemWords = string | { team: string; alone: string };

export type PartWords = {
  name: string;
  /** What it is, in one sentence. */
  about: string;
  /** What a figure above the middle, or below it, may mean. */
  high: string;
  low: string;
  items: readonly ItemWords[];
};

/** A check in one language. */
export type CheckWords = {
  name: string;
  /** What it asks, in one sentence. */
  lead: string;
  /** What this check can't tell. */
  limits: string;
  parts: Readonly<Record<string, PartWords>>;
  practice: { name: string; how: string; alone: string; notice: string };
};

/** An item as somebody of this voice reads it. */
export function itemIn(words: ItemWords, voice: Voice): string {
  return typeof words === "string" ? words : words[voice];
}
