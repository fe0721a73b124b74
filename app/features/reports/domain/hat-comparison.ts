import { OTHERS, type ReportContent } from "./report-content.ts";

/** Which hat others see more of, when the difference is more than chance. */
export type HatComparison = {
  /** Across less up, in scale points, with its 95 % interval. */
  difference: number;
  low: number;
  high: number;
  raters: number;
  more: "across" | "up" | "unclear";
};

/**
 * How the two hats compare in others' eyes. The interval is the shadow of the plane's ellipse on the line of
 * differences (Scheffé 1953): wider than one made for the difference alone, so that sentence and picture cannot
 * disagree.
 */
export function compareHats({
  balance,
  hats,
}: Pick<ReportContent, "balance" | "hats">): HatComparison | null {
  const { others } = balance;
  if (!others?.ellipse || !hats.every((row) => row.estimates[OTHERS]?.shown)) return null;
  const { major, minor, angle } = others.ellipse;
  const difference = others.across - others.up;
  const half = Math.hypot(
    major * (Math.cos(angle) - Math.sin(angle)),
    minor * (Math.sin(angle) + Math.cos(angle)),
  );
  const low = difference - half;
  const high = difference + half;
  const more = low > 0 ? "across" : high < 0 ? "up" : "unclear";
  return { difference, low, high, raters: others.raters, more };
}
