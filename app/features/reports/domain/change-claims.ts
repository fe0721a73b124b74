import {
  type ChangeProfile,
  claimLevel,
  fitTrueChangesInSteps,
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
export type RoundChanges = {
  truth: TrueChanges;
  /** Where the round tells how raters differ, and where that is assumed. */
  noise: { known: Noise; assumed: Noise };
  level: number;
};
type Noise = { common: number; own: number };

/** Hats that are judged between two yields: some milliseconds. */
const AT_ONCE = 10;

/**
 * How true changes are spread in a round, from all that its reports show (the hats of all participants), and which may
 * be claimed: the surest, as many as keep the share of false claims in all its reports at `FALSE_CLAIMS`. False is a
 * change in the other direction, or one that is truly smaller than a tenth of a point. In small steps: a large round is
 * seconds of work, and pages are served at every yield.
 */
export function* changesOfRound(hats: readonly HatChanges[]): Generator<void, RoundChanges> {
  const noise = {
    known: knownNoise(hats.filter(({ assumed }) => !assumed)),
    assumed: assumedNoise(hats.flatMap(({ assumed }) => assumed ?? [])),
  };
  const truth = yield* fitTrueChangesInSteps(
    hats.map((each) => withNoise(each, noise)),
    { beforehand: USUAL_CHANGES, worth: WORTH },
  );
  const rates: number[] = [];
  for (const [at, each] of hats.entries()) {
    const judge = judgeOf(each, { truth, noise });
    rates.push(...each.competencies.map((_, at) => judge.one(at)));
    if (each.hat) rates.push(judge.mean(shiftTo(each, each.hat.change)));
    if (at % AT_ONCE === AT_ONCE - 1) yield;
  }
  const aim = hats.some(({ assumed }) => assumed) ? FALSE_CLAIMS_IF_ASSUMED : FALSE_CLAIMS;
  const level = Math.min(UNSUREST, claimLevel(rates, aim));
  return { truth, noise, level: Math.max(aim, level) };
}

/**
 * How much smaller than assumed noise is, at most 1: by how far the means of groups lie apart, which is the work of
 * raters too.
 */
function assumedNoise(apart: readonly NonNullable<HatChanges["assumed"]>[]): Noise {
  const scale = (all: readonly Squares[], together: number) =>
    posteriorSd(
      {
        squares: all.reduce((sum, each) => sum + each.squares, 0) / together,
        df: all.reduce((sum, each) => sum + each.df, 0) / together,
      },
      NOISE_IF_ASSUMED,
    );
  return {
    common: scale(
      apart.map(({ common }) => common),
      TOGETHER,
    ),
    own: scale(
      apart.map(({ own }) => own),
      1,
    ),
  };
}

/**
 * How much smaller than stated noise is, at most 1: by the middle half of all changes, as if none were true
 * (Efron 2004: an empirical null). Errs on the side of too much noise.
 */
function knownNoise(hats: readonly HatChanges[]): Noise {
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

function withNoise(
  { common, competencies, assumed }: HatChanges,
  noise: RoundChanges["noise"],
): ChangeProfile {
  const scale = assumed ? noise.assumed : noise.known;
  return {
    common: common * scale.common,
    changes: competencies.map(({ change, standardError }) => ({
      change,
      standardError: standardError * scale.own,
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

/** The bands of a hat, null where it can't be compared, and of its competencies, by id. */
export type HatBands = { hat: NoiseBand | null; competencies: Map<string, NoiseBand> };

/**
 * What of one hat and its competencies may be claimed in this round: the least changes that would be. Raters who are
 * strict in everything move all competencies together; the band of one therefore lies where the others lie.
 */
export function noiseBands(hat: HatChanges, round: RoundChanges): HatBands {
  const judge = judgeOf(hat, round);
  return {
    hat: hat.hat && bandOf(round.level, (change) => judge.mean(shiftTo(hat, change))),
    competencies: new Map(
      hat.competencies.map(({ id }, at) => [
        id,
        bandOf(round.level, (change) => judge.one(at, change)),
      ]),
    ),
  };
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
