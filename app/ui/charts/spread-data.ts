import type { Tone } from "./tone.ts";

/** Which side of the right amount people are clearly on; `unclear` are those of whom it can't be told. */
export const sides = ["little", "right", "much", "unclear"] as const;
export type Side = (typeof sides)[number];

/** People by side. A count that is not shown is null: what is left of all is then said for the hidden ones together. */
export interface SpreadRow {
  key: string;
  label: string;
  tone?: Tone;
  /** Speaks for the rows that follow. */
  strong?: boolean;
  counts: Readonly<Record<Side, number | null>>;
  of: number | null;
}

/** How many are in sides that are not shown, together; 0 when every side is. */
export function together({ counts, of }: SpreadRow): number {
  const hidden = sides.some((side) => counts[side] === null);
  const shown = sides.reduce((sum, side) => sum + (counts[side] ?? 0), 0);
  return hidden && of !== null ? of - shown : 0;
}
