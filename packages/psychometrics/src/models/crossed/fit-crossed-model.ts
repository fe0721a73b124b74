import { levelOf } from "../../data/level.ts";
import { cholesky } from "../../linear/cholesky.ts";
import { assembled } from "./assembled.ts";
import { type Cells, layoutOf } from "./cells.ts";
import { type CrossedData, collapse } from "./collapse.ts";
import type { CrossedResult } from "./crossed-model.ts";
import type { CrossedOptions } from "./crossed-options.ts";
import { obstacle } from "./identify.ts";
import { maximise } from "./maximise.ts";

/**
 * Ratings as fixed effects + ratee + rater (+ further factors) + residual, by restricted maximum likelihood: who is rated high, once it
 * is known who rated whom. Equal to lme4's y ~ x + (1 | ratee) + (1 | rater) with REML. Ratings collapse to pairs,
 * the largest factor is eliminated, and the rest is solved by the engine that suits it.
 * Refuses, with a reason, what cannot be identified. Throws a RangeError for lists of different length or weights not above 0.
 */
export function fitCrossedModel(data: CrossedData, options: CrossedOptions = {}): CrossedResult {
  const level = levelOf(options);
  const cells = collapse(data);
  const n = cells.ratings;
  const refusal = obstacle(cells);
  if (refusal !== null) return { ok: false, reason: refusal, n };
  const layout = layoutOf(cells);
  if (!independentFixed(cells)) return { ok: false, reason: "fixed-effects-dependent", n };
  const found = maximise(cells, layout, options);
  if (!found.ok) return { ok: false, reason: found.reason, n };
  return assembled(data, cells, layout, found, level);
}

/** X'WX positive definite once its columns are scaled. */
function independentFixed(cells: Cells): boolean {
  const { p, x, weight, count } = cells;
  if (x === null) return true;
  const product = new Float64Array(p * p);
  for (let c = 0; c < count; c++) {
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) {
        product[a * p + b] =
          (product[a * p + b] as number) +
          (x[c * p + a] as number) * (x[c * p + b] as number) * (weight[c] as number);
      }
    }
  }
  return cholesky(product, p, 1e-10) !== null;
}
