import { averageDeviation, rwg } from "@twohats/psychometrics";
import { visitRaterMeans } from "./rater-means.ts";
import type { RatingTable } from "./rating-table.ts";
import type { Scale } from "./scale.ts";

export interface Agreement {
  /** Participants, or participants' questions, rated by two raters or more, and the raters' ratings of them. */
  compared: number;
  n: number;
  /** Mean average deviation about the mean, in scale points; 0 is full agreement. */
  averageDeviation: number;
  /** Mean agreement against raters who guess; null without a scale of whole numbers. */
  rwg: number | null;
}

/** How far raters of the same participant agree, question by question where the file tells them apart. null when nobody has two raters. */
export function agreementOf(table: RatingTable, scale: Scale | null): Agreement | null {
  const options = scale?.options ?? null;
  let [compared, n, deviations, shares] = [0, 0, 0, 0];
  visitRaterMeans(table, table.item ?? table.competency, (_participant, means) => {
    if (means.length < 2) return;
    compared++;
    n += means.length;
    deviations += averageDeviation(means)?.value ?? 0;
    if (options !== null) shares += rwg(means, { options })?.rwg ?? 0;
  });
  if (compared === 0) return null;
  return {
    compared,
    n,
    averageDeviation: deviations / compared,
    rwg: options === null ? null : shares / compared,
  };
}
