import type { Tone } from "./tone.ts";

export interface ShownChange {
  key: string;
  label: string;
  tone?: Tone;
  before: number;
  now: number;
  /** Half the width of the band round the earlier figure in which a difference may be chance alone. */
  noise: number;
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
