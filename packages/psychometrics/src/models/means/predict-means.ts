import { type LevelOption, levelOf } from "../../data/level.ts";
import { normalQuantile } from "../../distributions/normal-quantile.ts";
import { type Between, betweenRatees, centreOf, type RateeMean } from "./between-ratees.ts";
import { nearMeans } from "./near-means.ts";
import type {
  MeansVariances,
  ObservedMean,
  PredictedMean,
  PredictedMeans,
} from "./observed-mean.ts";
import { type Prior, predictOne } from "./predict-one.ts";

export interface PredictOptions extends LevelOption {
  /** The largest standard deviation between ratees that is thought possible, in points of the scale. */
  most: number;
}

/**
 * What very many raters would say of each ratee, predicted from means alone: best linear unbiased prediction in the
 * crossed model of ratee + rater + kind of rater + residual (Henderson 1975; universal kriging), with group means as
 * data in place of single ratings. A rater's leniency is taken out as far as the means tell it, the rest is shrunk
 * towards the mean of all. How far ratees differ is integrated over (`betweenRatees`), so that intervals hold in small
 * rounds as well. For each ratee the means with most raters in common are used, which is all of them in rounds of up to
 * some twenty ratees. null with fewer than three ratees. Throws a RangeError for a mean without raters or negative
 * variances.
 */
export function predictMeans(
  observed: readonly ObservedMean[],
  variances: MeansVariances,
  options: PredictOptions,
): PredictedMeans | null {
  const level = levelOf(options);
  check(observed, variances, options.most);
  const byRatee = Map.groupBy(observed, ({ ratee }) => ratee);
  if (byRatee.size < 3) return null;
  const whole = [...byRatee.values()].map((own) => wholeMean(own, variances));
  const between = betweenRatees(whole, options.most);
  const near = nearMeans(observed, byRatee);
  const shared = sharedVariance(observed, variances);
  const priors = (complete: boolean) =>
    between.map(({ sd, weight }): Prior => {
      const { centre, variance } = centreOf(whole, sd);
      // All means at hand say where the centre is; of a part of them it is taken from the whole.
      const known = complete ? 100 * options.most ** 2 : variance + shared;
      return { sd, weight, centre, variance: known };
    });
  const both = { complete: priors(true), part: priors(false) };
  const z = normalQuantile((1 + level) / 2);
  const ratees = [...byRatee].map(([ratee, own]) => {
    const around = near(ratee);
    const { estimate, sd } = predictOne(
      own,
      around,
      variances,
      around.complete ? both.complete : both.part,
    );
    return described(ratee, own, { estimate, sd, half: z * sd });
  });
  return { ratees, ...overall(whole, between), level };
}

function described(
  ratee: string | number,
  own: readonly ObservedMean[],
  { estimate, sd, half }: { estimate: number; sd: number; half: number },
): PredictedMean {
  const raters = new Set(own.flatMap((each) => each.raters)).size;
  return { ratee, estimate, sd, lower: estimate - half, upper: estimate + half, raters };
}

function overall(whole: readonly RateeMean[], between: readonly Between[]) {
  let centre = 0;
  let sd = 0;
  for (const each of between) {
    centre += each.weight * centreOf(whole, each.sd).centre;
    sd += each.weight * each.sd;
  }
  return { centre, between: sd };
}

/** A ratee's means as one, each rater counting alike. */
function wholeMean(own: readonly ObservedMean[], { rater, kind }: MeansVariances): RateeMean {
  let n = 0;
  let sum = 0;
  let extra = 0;
  let kinds = 0;
  for (const each of own) {
    n += each.raters.length;
    sum += each.raters.length * each.mean;
    extra += each.raters.length ** 2 * (each.extra ?? 0);
    kinds += each.raters.length ** 2;
  }
  return { mean: sum / n, variance: rater / n + extra / n ** 2 + (kind * kinds) / n ** 2 };
}

/** Variance of the mean of all that the raters have in common, each as often as they rated. */
function sharedVariance(observed: readonly ObservedMean[], { rater, leniency }: MeansVariances) {
  const times = new Map<string | number, number>();
  let all = 0;
  for (const { raters } of observed)
    for (const each of raters) {
      times.set(each, (times.get(each) ?? 0) + 1);
      all++;
    }
  let squares = 0;
  for (const count of times.values()) squares += (count / all) ** 2;
  return rater * leniency * squares;
}

function check(
  observed: readonly ObservedMean[],
  { rater, leniency, kind }: MeansVariances,
  most: number,
): void {
  if (!(rater > 0 && kind >= 0)) throw new RangeError("variances must be above 0");
  if (!(leniency >= 0 && leniency <= 1)) throw new RangeError(`leniency ${leniency}`);
  if (!(most > 0)) throw new RangeError(`most ${most}`);
  if (observed.some(({ raters, extra }) => raters.length === 0 || (extra ?? 0) < 0))
    throw new RangeError("a mean needs raters and no negative variance");
}
