import { seededRandom } from "../src/data/seeded-random.ts";
import type { Rating } from "../src/generalizability/score-table.ts";
import { categoryProbabilities } from "../src/models/rasch/rating-scale.ts";

export interface RaschTruth {
  ratees: number;
  /** Raters drawn for each ratee, without repetition. */
  each: number;
  /** Centred severities and difficulties, in logits. */
  severity: number[];
  difficulty: number[];
  thresholds: number[];
  /** By item, where each has its own. */
  itemThresholds?: number[][];
  mean: number;
  sd: number;
}

/** Values evenly spread about 0 with the given distance between the ends. */
export function evenly(size: number, width: number): number[] {
  return Array.from({ length: size }, (_, i) => (size < 2 ? 0 : width * (i / (size - 1) - 0.5)));
}

/** Ratings from 1 up by ratees drawn from a normal population, each rated on every item by raters drawn for them. */
export function simulateRasch(seed: number, truth: RaschTruth) {
  const random = seededRandom(seed);
  const ratings: Required<Rating>[] = [];
  const standing: number[] = [];
  for (let ratee = 0; ratee < truth.ratees; ratee++) {
    const theta = truth.mean + truth.sd * random.normal();
    standing.push(theta);
    const raters = new Set<number>();
    while (raters.size < truth.each) raters.add(random.below(truth.severity.length));
    for (const rater of raters) {
      truth.difficulty.forEach((difficulty, item) => {
        const logit = theta - truth.severity[rater] - difficulty;
        const p = categoryProbabilities(logit, truth.itemThresholds?.[item] ?? truth.thresholds);
        let u = random.uniform();
        const k = p.findIndex((share) => {
          u -= share;
          return u < 0;
        });
        ratings.push({ ratee, rater, item, value: 1 + (k < 0 ? p.length - 1 : k) });
      });
    }
  }
  return { ratings, standing };
}
