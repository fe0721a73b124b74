import type { Tone } from "./tone.ts";

export interface ShownChange {
  key: string;
  label: string;
  tone?: Tone;
  before: number;
  now: number;
  /** The differences between which it may be chance alone: the band's ends, seen from the earlier figure. */
  noise: { low: number; high: number };
  /** What the difference means, in words. */
  meaning: string;
}

export interface HiddenChange {
  key: string;
  label: string;
  tone?: Tone;
  hidden: string;
}

export type ChangeRow = ShownChange | HiddenChange;
