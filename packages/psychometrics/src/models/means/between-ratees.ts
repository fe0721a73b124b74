/** One ratee's mean over all their raters, with its error variance. */
export interface RateeMean {
  mean: number;
  variance: number;
}

/** A standard deviation between ratees that may be the true one, and how likely it is. */
export interface Between {
  sd: number;
  weight: number;
}

const POINTS = 16;
/** Less likely ones change nothing that could be seen. */
const LEAST_WEIGHT = 0.002;

/**
 * How far ratees may truly differ: the posterior of the standard deviation between them, flat beforehand from 0 to
 * `most` (Gelman 2006), by the restricted likelihood of their means. Points lie closer where they are small.
 */
export function betweenRatees(means: readonly RateeMean[], most: number): Between[] {
  const sds = Array.from({ length: POINTS }, (_, i) => most * ((i + 0.5) / POINTS) ** 2);
  const logs = sds.map((sd, i) => {
    const width = (2 * (i + 0.5)) / POINTS;
    return Math.log(width) + logLikelihood(means, sd);
  });
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const kept = sds.flatMap((sd, i) => {
    const weight = weights[i] / total;
    return weight < LEAST_WEIGHT ? [] : [{ sd, weight }];
  });
  const left = kept.reduce((sum, { weight }) => sum + weight, 0);
  return kept.map(({ sd, weight }) => ({ sd, weight: weight / left }));
}

/** Mean over ratees for this standard deviation between them, and its variance. */
export function centreOf(means: readonly RateeMean[], sd: number) {
  let precision = 0;
  let sum = 0;
  for (const { mean, variance } of means) {
    const weight = 1 / (sd ** 2 + variance);
    precision += weight;
    sum += weight * mean;
  }
  return { centre: sum / precision, variance: 1 / precision };
}

function logLikelihood(means: readonly RateeMean[], sd: number): number {
  const { centre, variance } = centreOf(means, sd);
  let log = Math.log(variance) / 2;
  for (const each of means) {
    const own = sd ** 2 + each.variance;
    log -= (Math.log(own) + (each.mean - centre) ** 2 / own) / 2;
  }
  return log;
}
