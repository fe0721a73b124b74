import {
  type ChangeProfile,
  claimLevel,
  fitTrueChanges,
  judgeProfile,
  normalQuantile,
  type SeenChange,
  type TrueChanges,
} from "@twohats/psychometrics";
import type { Squares } from "./groups-apart.ts";

/** The changes of one hat, as they were seen, in shares of the scale's length. */
export type HatChanges = {
  /** Of the hat's own mean; null where it can't be compared. `extra` is error variance besides its competencies'. */
  hat: { id: string; change: number; extra: number } | null;
  /**
   * Standard deviation of the noise that all its competencies have in common: the same raters are strict or mild in all
   * of them.
   */
  common: number;
  /** With the noise that is each competency's own. */
  competencies: readonly (SeenChange & { id: string })[];
  /**
   * Where noise rests on the cautious spread that is assumed in small rounds: how far groups' means lie apart in both
   * reports, in units of what that spread would give; over all competencies alike, and in single ones besides. null
   * elsewhere.
   */
  assumed: { common: Squares; own: Squares } | null;
};

/**
 * Of the changes a round's reports claim, this share may be none, or in the other direction. What is promised is one in
 * twenty; the aim is lower because true changes may be spread unlike any mixture, such as none at all or one size for
 * everyone.
 */
const FALSE_CLAIMS = 0.03;
/** The same where raters' differing is assumed: such rounds are small, and say less of how true changes are spread. */
const FALSE_CLAIMS_IF_ASSUMED = 0.02;
/** However sure others are, none is claimed that is wrong more often than this. */
const UNSUREST = 0.2;
/** A smaller true change is none: a tenth of a point of a scale of five points. In shares of the scale's length. */
const LEAST_CHANGE = 0.1 / 4;

/**
 * True changes from one round to the next, as studies find them: most are nearly none, few are large (Smither, London
 * and Reilly 2005: .15 of a standard deviation on average). In shares of the scale's length; in everything alike, and
 * in single competencies besides.
 */
const USUAL_CHANGES: TrueChanges = {
  together: [
    { sd: 0.005, weight: 0.7 },
    { sd: 0.04, weight: 0.2 },
    { sd: 0.1, weight: 0.07 },
    { sd: 0.25, weight: 0.03 },
  ],
  single: [
    { sd: 0.005, weight: 0.6 },
    { sd: 0.03, weight: 0.2 },
    { sd: 0.06, weight: 0.1 },
    { sd: 0.1, weight: 0.06 },
    { sd: 0.16, weight: 0.03 },
    { sd: 0.25, weight: 0.01 },
  ],
};
/** So many hats, and so many competencies, of a round weigh as much as what studies find. */
const WORTH = { together: 15, single: 30 };

/** Of a standard error by the cautious spread, which is about twice what rounds show, this much is noise. */
const NOISE_IF_ASSUMED = 0.65;
/** Degrees of freedom that this, or a standard error that is not assumed, weighs as much as. */
const WORTH_OF_NOISE = 5;
/** Groups' means in several hats go together: so many of them tell as much as one that stands alone. */
const TOGETHER = 2;
/** Half of normal deviates lie within this many standard deviations. */
const MIDDLE = normalQuantile(0.75);

/**
 * What a round says of changes: how true ones are spread, how much of the standard errors is noise, and how unsure a
 * claim may be.
 */
export type RoundChanges = { truth: TrueChanges; noise: Noise; level: number };
type Noise = { common: number; own: number };

/**
 * How true changes are spread in a round, from all that its reports show (the hats of all participants), and which may
 * be claimed: the surest, as many as keep the share of false claims in all its reports at `FALSE_CLAIMS`. False is a
 * change in the other direction, or one that is truly smaller than a tenth of a point.
 */
export function changesOfRound(hats: readonly HatChanges[]): RoundChanges {
  const noise = noiseOf(hats);
  const truth = fitTrueChanges(
    hats.map((each) => withNoise(each, noise)),
    { beforehand: USUAL_CHANGES, worth: WORTH },
  );
  const rates = hats.flatMap((each) => {
    const judge = judgeOf(each, { truth, noise });
    const own = each.competencies.map((_, at) => judge.one(at));
    return each.hat ? [...own, judge.mean(shiftTo(each, each.hat.change))] : own;
  });
  const aim = hats.some(({ assumed }) => assumed) ? FALSE_CLAIMS_IF_ASSUMED : FALSE_CLAIMS;
  const level = Math.min(UNSUREST, claimLevel(rates, aim));
  return { truth, noise, level: Math.max(aim, level) };
}

/**
 * How much smaller than stated noise is, at most 1. Where raters' differing is assumed, by how far the means of groups
 * lie apart, which is the work of raters too; elsewhere by the middle half of all changes, as if none were true (Efron
 * 2004: an empirical null). All err on the side of too much noise.
 */
function noiseOf(hats: readonly HatChanges[]): Noise {
  const assumed = hats.flatMap((each) => each.assumed ?? []);
  if (assumed.length > 0)
    return {
      common: scaleOf(
        assumed.map(({ common }) => common),
        TOGETHER,
      ),
      own: scaleOf(
        assumed.map(({ own }) => own),
        1,
      ),
    };
  const residuals = hats.flatMap(residualsOf);
  const means = hats.map((each) => {
    const n = each.competencies.length;
    const squares = each.competencies.reduce((sum, one) => sum + one.standardError ** 2, 0);
    return meanChange(each) / Math.sqrt(each.common ** 2 + squares / n ** 2);
  });
  return {
    common: posteriorSd(
      { squares: (means.length / 2) * middle(means) ** 2, df: means.length / 2 },
      1,
    ),
    own: posteriorSd(
      { squares: (residuals.length / 2) * middle(residuals) ** 2, df: residuals.length / 2 },
      1,
    ),
  };
}

/** The noise that is left of what was assumed, where so many sums of squares tell as much as one that stands alone. */
function scaleOf(all: readonly Squares[], together: number): number {
  const squares = all.reduce((sum, each) => sum + each.squares, 0) / together;
  const df = all.reduce((sum, each) => sum + each.df, 0) / together;
  return posteriorSd({ squares, df }, NOISE_IF_ASSUMED);
}

/** How far each competency's change lies from the mean of its hat's, in its own standard errors. */
function residualsOf(hat: HatChanges): number[] {
  const n = hat.competencies.length;
  if (n < 3) return [];
  const mean = meanChange(hat);
  return hat.competencies.map(
    ({ change, standardError }) => (change - mean) / standardError / Math.sqrt(1 - 1 / n),
  );
}

/** The standard deviation that the middle half of these points to; 1 where there are none. */
function middle(values: readonly number[]): number {
  const sizes = values.map(Math.abs).sort((a, b) => a - b);
  return (sizes[Math.floor(sizes.length / 2)] ?? MIDDLE) / MIDDLE;
}

function posteriorSd({ squares, df }: Squares, beforehand: number): number {
  return Math.min(
    1,
    Math.sqrt((squares + WORTH_OF_NOISE * beforehand ** 2) / (df + WORTH_OF_NOISE)),
  );
}

function meanChange({ competencies }: HatChanges): number {
  return competencies.reduce((sum, { change }) => sum + change, 0) / competencies.length;
}

function withNoise({ common, competencies }: HatChanges, noise: Noise): ChangeProfile {
  return {
    common: common * noise.common,
    changes: competencies.map(({ change, standardError }) => ({
      change,
      standardError: standardError * noise.own,
    })),
  };
}

function judgeOf(hat: HatChanges, { truth, noise }: Pick<RoundChanges, "truth" | "noise">) {
  return judgeProfile(withNoise(hat, noise), truth, {
    least: LEAST_CHANGE,
    extra: hat.hat?.extra ?? 0,
  });
}

/** By how much its competencies' changes would have to be higher for the hat's to be this one. */
function shiftTo(hat: HatChanges, change: number): number {
  return change - meanChange(hat);
}

/**
 * Differences between which nothing is claimed, in shares of the scale's length: what would have to be seen, either
 * way, for a claim.
 */
export type NoiseBand = { low: number; high: number };

/**
 * What of one hat and its competencies may be claimed in this round, by id: the least changes that would be. Raters who
 * are strict in everything move all competencies together; the band of one therefore lies where the others lie.
 */
export function noiseBands(hat: HatChanges, round: RoundChanges): Map<string, NoiseBand> {
  const judge = judgeOf(hat, round);
  const bands = hat.competencies.map(({ id }, at): [string, NoiseBand] => [
    id,
    bandOf(round.level, (change) => judge.one(at, change)),
  ]);
  if (hat.hat)
    bands.push([hat.hat.id, bandOf(round.level, (change) => judge.mean(shiftTo(hat, change)))]);
  return new Map(bands);
}

/**
 * A larger change is not looked for in finding the least one that would be claimed, in shares of the scale's length.
 */
const FARTHEST = 0.5;
/** So often halved, it is known to a two-hundredth of a point of five. */
const HALVINGS = 8;

function bandOf(level: number, rateOf: (change: number) => number): NoiseBand {
  const least = (direction: 1 | -1) => {
    if (rateOf(direction * FARTHEST) > level) return direction;
    let [low, high] = [0, FARTHEST];
    for (let step = 0; step < HALVINGS; step++) {
      const between = (low + high) / 2;
      if (rateOf(direction * between) > level) low = between;
      else high = between;
    }
    return direction * high;
  };
  return { low: least(-1), high: least(1) };
}
