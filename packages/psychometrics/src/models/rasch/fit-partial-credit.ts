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
import { usedScores } from "./set-aside.ts";
import { disorderedAt } from "./thresholds.ts";

export interface PartialCreditItem extends RaschElement {
  /** Scale values estimated on this item, and those that other items have but this one lacks. */
  categories: number[];
  unused: number[];
  /**
   * Between neighbouring categories, in logits about the item's difficulty (`measure`), adding to 0: Masters's step
   * difficulties are measure + threshold.
   */
  thresholds: number[];
  /** Thresholds that lie below the one before them: the category between the two is nowhere the likeliest. */
  disordered: number[];
}

export interface PartialCredit extends RaschFit {
  items: PartialCreditItem[];
  /**
   * Items on which everyone whose ratings count gave the same: nothing can be told of their steps, and their ratings
   * are not used. Who was rated on them alone is not in the result.
   */
  setAsideItems: { id: string | number; ratings: number }[];
}

export type PartialCreditResult = PartialCredit | RaschRefused;

/**
 * Many-facet partial credit model (Masters 1982; Linacre 1989): `fitRaschFacets` with thresholds of its own for each
 * item, by the same methods and with the same measures of fit. For items whose scales differ, or whose steps may. It
 * takes many ratings of every item: each adds as many unknowns as its scale has steps. A category that nobody used on
 * an item is closed up there, as a threshold beside it would be infinite, and is listed as `unused`. Difficulties
 * compare items with the same number of categories.
 */
export function fitPartialCredit(
  ratings: readonly Rating[],
  options: RaschOptions = {},
): PartialCreditResult {
  const setAsideItems: PartialCredit["setAsideItems"] = [];
  let rest = ratings.filter(({ value }) => Number.isFinite(value));
  const refused = tooLittle(facetData(rest, "partial-credit"));
  if (refused !== null) return refused;
  for (;;) {
    const kept = withoutExtremes(facetData(rest, "partial-credit"), options);
    const { data, active } = kept;
    if (!active.includes(1)) return { ok: false, reason: "all-extreme" };
    const stuck = usedScores(data, active).flatMap((used, item) => (used.size < 2 ? [item] : []));
    if (stuck.length === 0) return { ...describe(fitFacets(kept, options)), setAsideItems };
    const ids = new Set(stuck.map((item) => data.ids[2]?.[item] as string | number));
    for (const id of ids) {
      setAsideItems.push({ id, ratings: rest.filter(({ item = 0 }) => item === id).length });
    }
    rest = rest.filter(({ item = 0 }) => !ids.has(item));
    const left = tooLittle(facetData(rest, "partial-credit"));
    if (left !== null) return { ok: false, reason: "all-extreme" };
  }
}

function describe(fit: ReturnType<typeof fitFacets>): Omit<PartialCredit, "setAsideItems"> {
  const { scaleOf, categories, thresholds, items, ...rest } = fit;
  const everywhere = [...new Set(categories.flat())].sort((a, b) => a - b);
  return {
    ...rest,
    items: items.map((item, level) => {
      const scale = scaleOf[level];
      const own = categories[scale] as number[];
      const steps = thresholds[scale] as number[];
      return {
        ...item,
        categories: own,
        unused: everywhere.filter((value) => !own.includes(value)),
        thresholds: steps,
        disordered: disorderedAt(steps),
      };
    }),
  };
}
