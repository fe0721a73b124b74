import { tQuantile } from "@twohats/psychometrics";
import type { PulseScale, QuestionsOfReport, RaterSpread } from "./judge-change.ts";

/** What a report shows of one question for all others together, on the scale that is asked about. */
export type ShownQuestion = { mean: number; n: number; low: number | null; high: number | null };

/** So many questions with an interval have to be there before they are believed. */
const ENOUGH = 8;
/** Raters of one person never differ less than this on a question, in shares of the scale's length. */
const LEAST_SD = 1 / 8;
/** What is assumed where a report says too little, as everywhere: a quarter of the scale's length. */
const ASSUMED_SD = 1 / 4;

/**
 * How much raters differ on single questions, from the intervals that the report shows and nothing else: each is the
 * mean with t sd / sqrt(n) on either side, cut at the ends of the scale, so its longer half gives sd back. Pooled over
 * questions by degrees of freedom. Questions on which raters nearly agree show none, so it is rather too large.
 */
export function raterSpread(
  questions: readonly ShownQuestion[],
  { low: lowest, high: highest }: PulseScale,
): RaterSpread {
  const length = highest - lowest;
  const variances = questions.flatMap(({ mean, n, low, high }) => {
    if (low === null || high === null || n < 2) return [];
    if (low <= lowest && high >= highest) return [];
    const half = Math.max(mean - low, high - mean);
    const sd = (half * Math.sqrt(n)) / tQuantile(0.975, n - 1);
    return [{ variance: sd ** 2, df: n - 1 }];
  });
  if (variances.length < ENOUGH) return { sd: length * ASSUMED_SD, from: "assumed" };
  const df = variances.reduce((sum, each) => sum + each.df, 0);
  const pooled = variances.reduce((sum, each) => sum + each.df * each.variance, 0) / df;
  return { sd: Math.max(Math.sqrt(pooled), length * LEAST_SD), from: "report" };
}

/**
 * Where the means of a report's questions lie, and how far true ones are spread around it: the variance of the means
 * less what raters' differing gives (method of moments). Where few questions are shown, half of what stands out is
 * taken to be chance.
 */
export function questionsOfReport(
  questions: readonly ShownQuestion[],
  { sd }: RaterSpread,
): QuestionsOfReport {
  const means = questions.map(({ mean }) => mean);
  const centre = average(means);
  const chance = sd ** 2 * average(questions.map(({ n }) => 1 / n));
  if (questions.length < ENOUGH) return { centre, betweenVariance: chance };
  const spread = means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / (means.length - 1);
  return { centre, betweenVariance: Math.max(0, spread - chance) };
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
