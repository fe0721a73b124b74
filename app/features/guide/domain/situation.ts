export const HATS = ["managing", "leading"] as const;
export type Hat = (typeof HATS)[number];

export const GROUPS = ["setback", "people", "change", "role", "every-day"] as const;
export type Group = (typeof GROUPS)[number];

export const TIMES = ["today", "thisWeek", "thisQuarter"] as const;
export type Time = (typeof TIMES)[number];

/** What a situation is in every language. */
export type Situation = { key: string; group: Group; behaviours: string[]; source?: string };

/** A situation in one language: what both hats would do in it, and what too much of each looks like. */
export type SituationWords = {
  title: string;
  summary: string;
  keywords: string[];
  moves: Record<Hat, Record<Time, string[]>>;
  tooMuch: Record<Hat, string>;
  say: string[];
};
