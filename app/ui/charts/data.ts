import type { Sureness } from "~/platform/blocks/block.ts";
import type { Tone } from "./tone.ts";

/** A mean that may be shown, with the interval in which it likely lies. */
export interface ShownGroup {
  label: string;
  value: number;
  /** Ends of the likely interval; left out where none was worked out. */
  low?: number;
  high?: number;
  /** How many people answered. */
  n: number;
}

/** A group whose figure may not be shown, and the reason in words. */
export interface HiddenGroup {
  label: string;
  hidden: string;
}

export type Group = ShownGroup | HiddenGroup;

/** One subject, such as a competency, with a figure per group. */
export interface GroupRow {
  key: string;
  label: string;
  tone?: Tone;
  groups: readonly Group[];
  self?: number;
  /** What others see, with its sureness, before any figure. */
  seen?: Sureness;
}

export function isHidden(group: Group): group is HiddenGroup {
  return "hidden" in group;
}

/** Words every chart needs. */
export interface ChartWords {
  /** The finding, in words. */
  title: string;
  /** What the picture shows, for those who do not see it. */
  description: string;
  /** A line of small print under the picture. */
  note?: string;
}
