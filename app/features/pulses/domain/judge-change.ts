import { reliableRaterChange, shrunkenMean } from "@twohats/psychometrics";

/** Moved: nearer to the right amount, or up where more is better. Slipped: the other way. */
export const pulseVerdicts = ["moved", "cant-tell", "slipped"] as const;
export type PulseVerdict = (typeof pulseVerdicts)[number];

/** How many raters differ on single questions, in scale points; `assumed` where a report says too little of it. */
export type RaterSpread = { sd: number; from: "report" | "assumed" };

/** A scale of whole numbers; `centre` is the right amount, where more is not always better. */
export type PulseScale = { low: number; high: number; centre?: number | undefined };

/** What a report's questions on one scale are like: where their means lie, and how far true ones are spread. */
export type QuestionsOfReport = { centre: number; betweenVariance: number };

type Mean = { mean: number; n: number };

export type JudgedChange = {
  /** What the mean before most likely was, chance taken off. */
  likelyBefore: number;
  /** Now less likely before, with its 95 % interval, in scale points. */
  difference: number;
  low: number;
  high: number;
  verdict: PulseVerdict;
};

/**
 * What a group's mean says of a change.
 *
 * Whoever chooses what to work on chooses what stood out, and what stands out does so partly by chance: without any
 * change it would lie nearer to the rest the next time (regression to the mean). So the mean before is drawn towards
 * those of the report's other questions by as much as it is unreliable (Kelley 1927), and the change is counted from
 * there. The standard error stays that of two independent sets of raters, sqrt(v (1/n1 + 1/n2)), which is cautious as
 * they are mostly the same people. null without raters or spread.
 */
export function judgeChange(
  before: Mean,
  now: Mean,
  { scale, spread, questions }: ChangeRules,
): JudgedChange | null {
  const variance = spread.sd ** 2;
  const likely = shrunkenMean([before.mean], {
    centre: questions.centre,
    betweenVariance: questions.betweenVariance,
    withinVariance: variance / before.n,
  });
  if (!likely) return null;
  const likelyBefore = likely.shrunken;
  const change = reliableRaterChange({ mean: likelyBefore, n: before.n }, now, variance);
  if (!change) return null;
  const gained = worth(now.mean, scale) - worth(likelyBefore, scale);
  return {
    likelyBefore,
    difference: change.change,
    low: change.lower,
    high: change.upper,
    verdict: gained > change.noise ? "moved" : gained < -change.noise ? "slipped" : "cant-tell",
  };
}

export type ChangeRules = {
  scale: PulseScale;
  spread: RaterSpread;
  questions: QuestionsOfReport;
};

/** How good a mean is: how near to the right amount, or how high where there is no such thing as too much. */
function worth(mean: number, { centre }: PulseScale): number {
  return centre === undefined ? mean : -Math.abs(mean - centre);
}

/** The smallest change that would be clear (95 in 100), if so many answer as did before; in scale points. */
export function smallestClearChange(n: { before: number; now: number }, { sd }: RaterSpread) {
  const change = reliableRaterChange({ mean: 0, n: n.before }, { mean: 0, n: n.now }, sd ** 2);
  return change?.noise ?? null;
}
