import type { Cells } from "./cells.ts";

/** Why a model can't be fitted. */
export type CrossedRefusal =
  | "too-few-ratings"
  | "one-ratee"
  | "one-rater"
  | "one-level"
  | "no-variance"
  | "ratee-is-residual"
  | "rater-is-residual"
  | "factor-is-residual"
  | "factors-coincide"
  | "fixed-effects-dependent"
  | "not-identified"
  | "cancelled";

/**
 * Whether the components can be told apart at all: two levels of each factor, no factor with a level per rating (it
 * would be the residual), no two factors that sort the ratings alike. null when nothing speaks against fitting.
 */
export function obstacle(cells: Cells): CrossedRefusal | null {
  if (cells.ratings < 3 + cells.p) return "too-few-ratings";
  if (cells.sizes[0] < 2) return "one-ratee";
  if (cells.sizes[1] < 2) return "one-rater";
  if (cells.sizes.some((size) => size < 2)) return "one-level";
  if (!(cells.squares > 1e-20 * cells.ratings * (1 + cells.centre * cells.centre)))
    return "no-variance";
  for (const [f, size] of cells.sizes.entries()) {
    if (size === cells.ratings)
      return f === 0 ? "ratee-is-residual" : f === 1 ? "rater-is-residual" : "factor-is-residual";
  }
  for (let f = 0; f < cells.sizes.length; f++) {
    for (let g = 0; g < f; g++) if (coincide(cells, f, g)) return "factors-coincide";
  }
  return null;
}

/** Each level of one goes with one level of the other and the other way round. */
function coincide(cells: Cells, f: number, g: number): boolean {
  if (cells.sizes[f] !== cells.sizes[g]) return false;
  const a = cells.factors[f] as Int32Array;
  const b = cells.factors[g] as Int32Array;
  const partner = new Int32Array(cells.sizes[f]).fill(-1);
  for (let c = 0; c < cells.count; c++) {
    const seen = partner[a[c]];
    if (seen !== -1 && seen !== b[c]) return false;
    partner[a[c]] = b[c];
  }
  return true;
}
