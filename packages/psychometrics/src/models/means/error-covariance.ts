import type { MeansVariances, ObservedMean } from "./observed-mean.ts";

/** How the means' errors go together: by raters in common, by kind, and each by its own (n x n, row-major). */
export function errorCovariance(
  means: readonly ObservedMean[],
  { rater, leniency, kind }: MeansVariances,
): Float64Array {
  const n = means.length;
  const matrix = ratersInCommon(means);
  for (let i = 0; i < n; i++) {
    const a = means[i] as ObservedMean;
    for (let j = 0; j <= i; j++) {
      const b = means[j] as ObservedMean;
      let value = (rater * leniency * matrix[i * n + j]) / (a.raters.length * b.raters.length);
      if (a.kind !== undefined && a.kind === b.kind) value += kind;
      if (i === j) value += (rater * (1 - leniency)) / a.raters.length + (a.extra ?? 0);
      matrix[i * n + j] = value;
      matrix[j * n + i] = value;
    }
  }
  return matrix;
}

/** Numbers of raters behind two means at once; the lower triangle. */
function ratersInCommon(means: readonly ObservedMean[]): Float64Array {
  const n = means.length;
  const common = new Float64Array(n * n);
  const byRater = new Map<string | number, number[]>();
  for (const [i, { raters }] of means.entries())
    for (const rater of raters) {
      const rated = byRater.get(rater);
      if (rated) rated.push(i);
      else byRater.set(rater, [i]);
    }
  for (const rated of byRater.values())
    for (const [at, i] of rated.entries())
      for (let before = 0; before <= at; before++) {
        const place = i * n + rated[before];
        common[place] = common[place] + 1;
      }
  return common;
}
