import { averageDeviation, rwg } from "@twohats/psychometrics";
import type { Tally } from "./rater-means.ts";
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

/**
 * Takes the raters' means of each participant, question by question where the file tells them apart, and says how far
 * raters of the same participant agree. null when nobody has two raters.
 */
export function agreementTally(scale: Scale | null): Tally<Agreement | null> {
  const options = scale?.options ?? null;
  let [compared, n, deviations, shares] = [0, 0, 0, 0];
  return {
    visit(_participant, means) {
      if (means.length < 2) return;
      compared++;
      n += means.length;
      deviations += averageDeviation(means)?.value ?? 0;
      if (options !== null) shares += rwg(means, { options })?.rwg ?? 0;
    },
    done: () =>
      compared === 0
        ? null
        : {
            compared,
            n,
            averageDeviation: deviations / compared,
            rwg: options === null ? null : shares / compared,
          },
  };
}
