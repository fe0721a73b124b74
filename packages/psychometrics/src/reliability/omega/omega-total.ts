import type { DataMatrix } from "../../data/data-matrix.ts";
import type { MissingOption } from "../../describe/covariance-matrix.ts";
import { itemCorrelations } from "./correlations.ts";
import { factorAnalysis } from "./factor-analysis.ts";

export interface OmegaTotal {
  n: number;
  items: number;
  /** Over the variance the model implies for the sum, and over the observed variance of the sum. */
  omega: number;
  omegaObserved: number;
  /** Loadings and uniquenesses of the items, in the metric asked for. */
  loadings: number[];
  uniqueness: number[];
  heywood: boolean;
}

export interface OmegaTotalOptions extends MissingOption {
  /** Of the sum of items as they are (default), or of standardised items. */
  metric?: "raw" | "standardized";
}

/**
 * McDonald's (1999) omega of a scale with one factor, fitted by maximum likelihood: the square of the summed loadings
 * over that and the summed uniquenesses. The fit does not depend on the items' units, so one serves both metrics. null
 * below three items, rows not above items, an item without variance, or a fit that does not settle.
 */
export function omegaTotal(matrix: DataMatrix, options: OmegaTotalOptions = {}): OmegaTotal | null {
  const found = itemCorrelations(matrix, options);
  if (found === null || found.items < 3 || found.n <= found.items) return null;
  const { n, items, r, sd } = found;
  const solution = factorAnalysis(r, items, 1, "ml");
  if (!solution.converged) return null;
  const unit = (i: number) => (options.metric === "standardized" ? 1 : sd[i]);
  const loadings = solution.loadings.map((row, i) => row[0] * unit(i));
  const uniqueness = Array.from(solution.uniqueness, (u, i) => u * unit(i) ** 2);
  const common = loadings.reduce((a, b) => a + b, 0) ** 2;
  const own = uniqueness.reduce((a, b) => a + b, 0);
  const observed = r.reduce(
    (sum, v, at) => sum + v * unit(Math.floor(at / items)) * unit(at % items),
    0,
  );
  return {
    n,
    items,
    omega: common / (common + own),
    omegaObserved: common / observed,
    loadings,
    uniqueness,
    heywood: solution.heywood,
  };
}
