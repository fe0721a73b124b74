/**
 * How far raters agree, in words, by the average deviation on a scale of five. Up to five sixths of a point counts as
 * agreement (a sixth of the number of options: Burke and Dunlap 2002); half of that as close agreement.
 */
export type Agreement = "close" | "fair" | "apart";

const BOUND = 5 / 6;

export function agreementFinding(averageDeviation: number | null): Agreement | null {
  if (averageDeviation === null) return null;
  if (averageDeviation <= BOUND / 2) return "close";
  return averageDeviation <= BOUND ? "fair" : "apart";
}
