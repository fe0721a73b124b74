import { cholesky } from "../../linear/cholesky.ts";
import { type Cells, gather, type Layout, layoutOf } from "./cells.ts";
import { type CrossedData, collapse } from "./collapse.ts";
import { type Connectivity, connectivity } from "./connectivity.ts";
import type { CrossedOptions } from "./crossed-options.ts";
import { type CrossedRefusal, obstacle } from "./identify.ts";
import { type Maximum, maximise } from "./maximise.ts";
import type { Reporter } from "./progress.ts";

/**
 * Everything a result is put together from, without the pairs and the engine: with millions of levels there is no room
 * for both.
 */
export interface Estimates extends Extract<Maximum, { ok: true }> {
  n: number;
  count: number;
  centre: number;
  layout: Layout;
  ids: Cells["ids"];
  /** Ratings by level, in Layout order. */
  ratings: Float64Array;
  links: Connectivity;
}

export function estimate(
  data: CrossedData,
  options: CrossedOptions,
  report: Reporter,
): Estimates | { ok: false; reason: CrossedRefusal; n: number } {
  report.at("pairs");
  const cells = collapse(data);
  const n = cells.ratings;
  const refusal = obstacle(cells);
  if (refusal !== null) return { ok: false, reason: refusal, n };
  const layout = layoutOf(cells);
  if (!independentFixed(cells)) return { ok: false, reason: "fixed-effects-dependent", n };
  const found = maximise(cells, layout, options, report);
  if (!found.ok) return { ok: false, reason: found.reason, n };
  return {
    ...found,
    n,
    count: cells.count,
    centre: cells.centre,
    layout,
    ids: cells.ids,
    ratings: gather(cells, layout, cells.counts),
    links: connectivity(cells),
  };
}

/** X'WX positive definite once its columns are scaled. */
function independentFixed(cells: Cells): boolean {
  const { p, x, weight, count } = cells;
  if (x === null) return true;
  const product = new Float64Array(p * p);
  for (let c = 0; c < count; c++) {
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) {
        product[a * p + b] = product[a * p + b] + x[c * p + a] * x[c * p + b] * weight[c];
      }
    }
  }
  return cholesky(product, p, 1e-10) !== null;
}
