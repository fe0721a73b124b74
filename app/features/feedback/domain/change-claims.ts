import {
  type ChangeMixture,
  claimLevel,
  falseChangeRate,
  fitChangeMixture,
  normalQuantile,
  type SeenChange,
} from "@twohats/psychometrics";

/** A change of one hat or competency, as it was seen, in shares of the scale's length. */
export type ScaledChange = SeenChange & {
  /**
   * Where its standard error rests on the cautious spread that is assumed in small rounds: how far groups' means lie apart in both
   * reports, as a sum of squares in units of that spread, with its degrees of freedom. null elsewhere.
   */
  assumed: { squares: number; df: number } | null;
};

/**
 * Of the changes a round's reports claim, this share may be none, or in the other direction. What is promised is one in twenty; the aim is
 * lower because true changes may be spread unlike any mixture, such as none at all or one size for everyone.
 */
const FALSE_CLAIMS = 0.04;
/** However sure others are, none is claimed that is wrong more often than this. */
const UNSUREST = 0.2;
/** A smaller true change is none: a tenth of a point of a scale of five points. In shares of the scale's length. */
const LEAST_CHANGE = 0.1 / 4;

/**
 * True changes from one round to the next, as studies find them: most are nearly none, few are large (Smither, London and Reilly 2005:
 * .15 of a standard deviation on average). In shares of the scale's length.
 */
const USUAL_CHANGES: ChangeMixture = [
  { sd: 0.005, weight: 0.55 },
  { sd: 0.03, weight: 0.2 },
  { sd: 0.06, weight: 0.14 },
  { sd: 0.1, weight: 0.07 },
  { sd: 0.16, weight: 0.03 },
  { sd: 0.25, weight: 0.01 },
];
/** So many changes of a round weigh as much as what studies find. */
const WORTH = 30;

/** Of a standard error by the cautious spread, which is about twice what rounds show, this much is noise. */
const NOISE_IF_ASSUMED = 0.65;
/** Degrees of freedom that this, or a standard error that is not assumed, weighs as much as. */
const WORTH_OF_NOISE = 5;
/** Groups' means in several competencies go together: so many of them tell as much as one that stands alone. */
const TOGETHER = 5;
/** Half of normal deviates lie within this many standard deviations. */
const MIDDLE = normalQuantile(0.75);

/** What a round says of changes: how true ones are spread, how much of the standard errors is noise, and how unsure a claim may be. */
export type RoundChanges = { mixture: ChangeMixture; noise: number; level: number };

/**
 * How true changes are spread in a round, from all that its reports show (one array a participant), and which may be claimed: the surest,
 * as many as keep the share of false claims in all its reports at `FALSE_CLAIMS`. False is a change in the other direction, or one that is truly
 * smaller than a tenth of a point.
 */
export function changesOfRound(participants: readonly (readonly ScaledChange[])[]): RoundChanges {
  const noise = noiseOf(participants.filter((own) => own.length > 0));
  const seen = participants.flat().map((each) => withNoise(each, noise));
  const mixture = fitChangeMixture(seen, { beforehand: USUAL_CHANGES, worth: WORTH });
  const rates = seen.map((each) => falseChangeRate(each, mixture, LEAST_CHANGE));
  const level = Math.min(UNSUREST, claimLevel(rates, FALSE_CLAIMS));
  return { mixture, noise, level: Math.max(FALSE_CLAIMS, level) };
}

/**
 * How much smaller than its standard error the noise of a change is, at most 1. Where raters' differing is assumed, by how far the means of
 * groups lie apart, which is the work of raters too. Elsewhere by the middle half of all changes, as if none were true (Efron 2004: an
 * empirical null): standard errors are cautious where raters are the same in both rounds, or means lie near an end. Both err on the side of
 * too much noise.
 */
function noiseOf(participants: readonly (readonly ScaledChange[])[]): number {
  const assumed = participants.flat().flatMap((each) => each.assumed ?? []);
  if (assumed.length > 0) {
    const squares = assumed.reduce((sum, each) => sum + each.squares, 0) / TOGETHER;
    const df = assumed.reduce((sum, each) => sum + each.df, 0) / TOGETHER;
    return posteriorSd(squares, df, NOISE_IF_ASSUMED);
  }
  const sizes = participants
    .flatMap((own) => own.map(({ change, standardError }) => Math.abs(change) / standardError))
    .sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? MIDDLE;
  const n = participants.length;
  return posteriorSd(n * (middle / MIDDLE) ** 2, n, 1);
}

function posteriorSd(squares: number, df: number, beforehand: number): number {
  const variance = (squares + WORTH_OF_NOISE * beforehand ** 2) / (df + WORTH_OF_NOISE);
  return Math.min(1, Math.sqrt(variance));
}

function withNoise({ change, standardError }: ScaledChange, noise: number): SeenChange {
  return { change, standardError: standardError * noise };
}

export type Claim = {
  verdict: "up" | "down" | "within-noise";
  /** The smallest change that would be claimed here, in shares of the scale's length; 1 where none would. */
  noise: number;
};

/** Whether one change may be claimed in this round. */
export function claimChange(change: ScaledChange, { mixture, noise, level }: RoundChanges): Claim {
  const seen = withNoise(change, noise);
  const claimed = falseChangeRate(seen, mixture, LEAST_CHANGE) <= level;
  return {
    verdict: claimed ? (seen.change > 0 ? "up" : "down") : "within-noise",
    noise: smallestAt(level, seen.standardError, mixture),
  };
}

const HALVINGS = 18;

/** The change with this false rate: the rate falls as the change grows. */
function smallestAt(rate: number, standardError: number, mixture: ChangeMixture): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    const found = falseChangeRate({ change: middle, standardError }, mixture, LEAST_CHANGE);
    if (found > rate) low = middle;
    else high = middle;
  }
  return high;
}
