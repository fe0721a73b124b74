import type { ComponentEstimate } from "./component-estimates.ts";
import type { Criteria } from "./criteria.ts";
import type { EngineName } from "./engine.ts";
import type { CrossedRefusal } from "./identify.ts";
import type { LikelihoodMethod } from "./likelihood-method.ts";

export interface FixedEffect {
  estimate: number;
  standardError: number;
  lower: number;
  upper: number;
}

export interface RandomEffect {
  id: string | number;
  /** How far above or below the fixed part. */
  effect: number;
  /** Conditional standard deviation, the fixed effects and variances taken as known (as lme4's). */
  sd: number;
  /** Share of the true variance that the ratings settle: 1 - sd^2 / variance; 0 when the variance is 0. */
  reliability: number;
  ratings: number;
}

export interface RateeEffect extends RandomEffect {
  /** Intercept plus effect: the score with raters' leniency taken out. */
  adjusted: number;
  lower: number;
  upper: number;
  /** Ratees of different components were never linked by a rater: their difference mixes with their raters'. */
  component: number;
}

/**
 * Its deviance is -2 log likelihood: restricted with REML (lme4's REML criterion), plain with ML (lme4's deviance).
 * null with the iterative engine: its determinant could only be estimated, and at the sizes where that engine is used
 * by no less than some tens or hundreds, when differences of 4 decide between models.
 */
export interface CrossedModel extends Criteria {
  ok: true;
  method: LikelihoodMethod;
  /** Ratings used, and pairs (or finer cells) they collapse to. */
  n: number;
  cells: number;
  components: { ratee: ComponentEstimate; rater: ComponentEstimate; residual: ComponentEstimate };
  further: { name: string; component: ComponentEstimate; effects: RandomEffect[] }[];
  /** The intercept, then the fixed effects in the order given. */
  fixed: FixedEffect[];
  ratees: RateeEffect[];
  raters: RandomEffect[];
  /** 1 when every ratee is linked to every other through raters. */
  connectedComponents: number;
  engine: EngineName;
  /**
   * Whether conditional SDs are exact. With the iterative engine they are estimated: each level's own first-order
   * variance (its ratings, and those of whoever it met), scaled so that a factor's variances have the sum found with
   * random signs. Off by .1 to .4 per cent where reliabilities are usual, by up to 10 where three ratings a level carry
   * variances three times the residual's.
   */
  uncertainty: "exact" | "estimated";
  iterations: number;
  converged: boolean;
  level: number;
}

export type CrossedResult = CrossedModel | { ok: false; reason: CrossedRefusal; n: number };
