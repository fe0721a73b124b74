import { levelOf } from "../../data/level.ts";
import { assembled } from "./assembled.ts";
import type { CrossedData } from "./collapse.ts";
import type { CrossedResult } from "./crossed-model.ts";
import type { CrossedOptions } from "./crossed-options.ts";
import { estimate } from "./estimate.ts";
import { Cancelled, Reporter } from "./progress.ts";

/**
 * Ratings as fixed effects + ratee + rater (+ further factors) + residual, by restricted maximum likelihood or, if
 * told, plain: who is rated high, once it is known who rated whom. Equal to lme4's y ~ x + (1 | ratee) + (1 | rater)
 * with REML = TRUE or FALSE. Ratings collapse to pairs, the largest factor is eliminated, and the rest is solved by the
 * engine that suits it. Refuses, with a reason, what cannot be identified. Throws a RangeError for lists of different
 * length or weights not above 0.
 */
export function fitCrossedModel(data: CrossedData, options: CrossedOptions = {}): CrossedResult {
  const level = levelOf(options);
  try {
    const estimates = estimate(data, options, new Reporter(options));
    return estimates.ok ? assembled(data, estimates, level, options) : estimates;
  } catch (error) {
    if (error instanceof Cancelled)
      return { ok: false, reason: "cancelled", n: data.values.length };
    throw error;
  }
}
