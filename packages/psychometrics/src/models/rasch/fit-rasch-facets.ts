import type { Rating } from "../../generalizability/score-table.ts";
import type { RaschElement } from "./describe-facet.ts";
import { facetData } from "./facet-data.ts";
import {
  fitFacets,
  type RaschFit,
  type RaschOptions,
  type RaschRefused,
  tooLittle,
  withoutExtremes,
} from "./fit-facets.ts";
import { disorderedAt } from "./thresholds.ts";

export interface RaschFacets extends RaschFit {
  items: RaschElement[];
  /** Scale values used and the thresholds between neighbouring ones, in logits. */
  categories: number[];
  thresholds: number[];
  /** Thresholds that lie below the one before them: the category between the two is nowhere the likeliest. */
  disordered: number[];
}

export type RaschResult = RaschFacets | RaschRefused;

/**
 * Many-facet rating scale model (Andrich 1978; Linacre 1989), a second opinion to the crossed model which takes the
 * scale as ordered steps only. `joint` maximises over ratees, raters, items and thresholds together; `marginal` takes
 * ratees as normal and integrates them out (Bock and Aitkin 1981), which is exact for any crossing of raters, as these
 * are fixed. Marginal measures of ratees are shrunken towards the mean, and compare ratees without common raters only
 * as far as they come from one population. Elements with nothing but lowest or highest ratings (by the marginal method,
 * raters and items only) are set aside while the others are estimated. All items share the thresholds;
 * `fitPartialCredit` gives each its own.
 */
export function fitRaschFacets(
  ratings: readonly Rating[],
  options: RaschOptions = {},
): RaschResult {
  const all = facetData(ratings, "rating-scale");
  const refused = tooLittle(all);
  if (refused !== null) return refused;
  const kept = withoutExtremes(all, options);
  if (!kept.active.includes(1)) return { ok: false, reason: "all-extreme" };
  const { scaleOf: _, ...fit } = fitFacets(kept, options);
  const [categories, thresholds] = [fit.categories[0] as number[], fit.thresholds[0] as number[]];
  return { ...fit, categories, thresholds, disordered: disorderedAt(thresholds) };
}
