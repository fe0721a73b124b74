import { type LevelOption, levelOf } from "../data/level.ts";
import { present, type Values } from "../data/values.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";

export interface Enps {
  n: number;
  /** How many gave 9 or 10, 7 or 8, and 0 to 6. */
  promoters: number;
  passives: number;
  detractors: number;
  /** Percentage of promoters less that of detractors, -100 to 100. */
  enps: number;
  /** In the same points. */
  standardError: number;
  lower: number;
  upper: number;
  level: number;
}

/**
 * Employee net promoter score of ratings 0 to 10, with an interval: the adjusted Wald interval of Rocks (2016, three
 * answers added in the shares 1/4, 1/2, 1/4) unless plain Wald is asked for; ends are cut at -100 and 100
 * only by the reader. null without ratings; throws a RangeError for one outside 0 to 10.
 */
export function enps(
  ratings: Values,
  options: LevelOption & { method?: "adjusted-wald" | "wald" } = {},
): Enps | null {
  const level = levelOf(options);
  const values = present(ratings);
  const n = values.length;
  if (n === 0) return null;
  let [promoters, detractors] = [0, 0];
  for (const value of values) {
    if (value < 0 || value > 10) throw new RangeError(`${value} is not on the 0 to 10 scale`);
    if (value >= 9) promoters++;
    else if (value < 7) detractors++;
  }
  const added = options.method === "wald" ? 0 : 3;
  const size = n + added;
  const centre = (promoters - detractors) / size;
  const some = (promoters + detractors + added / 2) / size;
  const half = normalQuantile((1 + level) / 2) * Math.sqrt((some - centre * centre) / size);
  const share = (promoters - detractors) / n;
  return {
    n,
    promoters,
    passives: n - promoters - detractors,
    detractors,
    enps: 100 * share,
    standardError: 100 * Math.sqrt(((promoters + detractors) / n - share * share) / n),
    lower: 100 * (centre - half),
    upper: 100 * (centre + half),
    level,
  };
}
