import { scaleLinear } from "d3-scale";
import type { RowGeometry } from "./row-layout.ts";

/** A scale shown whole: it never shrinks to the figures at hand. */
export interface RowScale {
  domain: readonly [low: number, high: number];
  ticks: readonly number[];
  /** The tick that everything is measured from, drawn stronger. */
  centre?: number;
  /** Words over the ends and the middle. */
  words: { start?: string; middle?: string; end?: string };
  /** Writes a value. */
  value: (value: number) => string;
}

/** Position of a value on the track. A value beyond the scale is held at its end. */
export function trackScale(scale: RowScale, g: RowGeometry): (value: number) => number {
  return scaleLinear()
    .domain([...scale.domain])
    .range([g.trackStart, g.trackEnd])
    .clamp(true);
}
