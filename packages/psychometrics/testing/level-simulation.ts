import { estimateLevel, type LevelEstimate, type LevelSource, seededRandom } from "../src/index.ts";

/** A world in which people have levels and others say which; of managers, so that raters' reliability is .57. */
export interface LevelWorld {
  /** Whole levels from 1 to 5, as on a form; else any number, as the model has it. */
  whole?: boolean;
  /** How far each rater is lenient: mean and sd, in levels. */
  leniency?: { mean: number; sd: number };
  /** Errors with one long tail, to the good. */
  skewed?: boolean;
  /** The weaker somebody is, the likelier nobody has rated them. */
  weakMissing?: boolean;
  /** Only a self-assessment, which goes with the level by this and is lenient by as much. */
  selfOnly?: { correlation: number; leniency: number };
  /** Months between what was said and the reading. */
  months?: number;
  /** Levels go back to the middle in time, instead of wandering ever further. */
  returning?: boolean;
}

export interface LevelTruth {
  level: number;
  found: LevelEstimate;
}

const ERROR = Math.sqrt((1 - 0.57) / 0.57);
const SPREAD = Math.sqrt(1 / 0.57);
const WANDERING = 0.024;

/** People of a world with their true levels, and what `estimateLevel` makes of what was said. */
export function simulateLevels(world: LevelWorld, people: number, seed: number): LevelTruth[] {
  const random = seededRandom(seed);
  const { months = 0, leniency = { mean: 0, sd: 0 } } = world;
  const scale = world.whole ? { low: 1, high: 5 } : { low: -99, high: 99 };
  const said = (level: number) =>
    world.whole ? Math.min(5, Math.max(1, Math.round(level))) : level;
  const error = () => (world.skewed ? -Math.log(random.uniform()) - 1 : random.normal()) * ERROR;
  const truths: LevelTruth[] = [];
  while (truths.length < people) {
    const level = 3 + random.normal();
    if (world.weakMissing && random.normal() > level - 3) continue;
    const sources: LevelSource[] = [];
    if (world.selfOnly) {
      const { correlation: r, leniency: kind } = world.selfOnly;
      const self = r * (level - 3) + Math.sqrt(1 - r * r) * random.normal();
      sources.push({ kind: "self", at: 0, level: said(3 + kind + SPREAD * self) });
    } else {
      for (let rater = random.below(3); rater >= 0; rater--) {
        const kind = leniency.mean + leniency.sd * random.normal();
        sources.push({ kind: "rater", at: 0, level: said(level + kind + error()) });
      }
    }
    const moved = random.normal() * Math.sqrt(WANDERING * months);
    const kept = Math.exp((-WANDERING * months) / 2);
    const now = world.returning
      ? 3 + kept * (level - 3) + Math.sqrt(1 - kept * kept) * random.normal()
      : level + moved;
    const options = { scale, now: months, job: "manager", level: 0.8 } as const;
    const population = { mean: 3, sd: 1 };
    const found = estimateLevel(sources, { ...options, population });
    if (found) truths.push({ level: now, found });
  }
  return truths;
}
