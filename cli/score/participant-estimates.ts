import type { CrossedModel } from "@twohats/psychometrics";

/** The model's columns by participant code; NaN for participants it has no ratings of. */
export interface ParticipantEstimates {
  adjusted: Float64Array;
  sd: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  reliability: Float64Array;
  /** Set of participants linked by raters. */
  group: Int32Array;
}

/** Taken out of the result, whose objects for every participant and rater can then be let go. */
export function participantEstimates(
  { ratees }: CrossedModel,
  count: number,
  spread: boolean,
): ParticipantEstimates {
  const column = () => new Float64Array(count).fill(Number.NaN);
  const [adjusted, sd, lower, upper] = [column(), column(), column(), column()];
  const reliability = column();
  const group = new Int32Array(count);
  for (const effect of ratees) {
    const code = Number(effect.id);
    group[code] = effect.component;
    adjusted[code] = effect.adjusted;
    // Where participants can't be told to differ, an interval would have no width and a reliability no meaning.
    if (!spread) continue;
    sd[code] = effect.sd;
    lower[code] = effect.lower;
    upper[code] = effect.upper;
    reliability[code] = effect.reliability;
  }
  return { adjusted, sd, lower, upper, reliability, group };
}
