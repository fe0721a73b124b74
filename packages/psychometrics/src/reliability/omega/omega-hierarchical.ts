import type { DataMatrix } from "../../data/data-matrix.ts";
import type { MissingOption } from "../../describe/covariance-matrix.ts";
import { itemCorrelations } from "./correlations.ts";
import { factorAnalysis } from "./factor-analysis.ts";
import { oblimin } from "./oblimin.ts";

export interface OmegaHierarchical {
  n: number;
  items: number;
  factors: number;
  /** Share of the sum's variance that is due to what all items have in common. */
  hierarchical: number;
  /** Share due to anything items have in common. */
  total: number;
  /** Hierarchical over total: what a very long such test would reach. */
  limit: number;
  /** Schmid-Leiman: loading on the general factor, and on the group factors freed of it. */
  loadings: { general: number; group: number[]; uniqueness: number; flipped: boolean }[];
  /** A uniqueness at its lower bound, or a group factor all explained by the general one: read with care. */
  heywood: boolean;
}

/**
 * Omega hierarchical and total (Zinbarg, Revelle, Yovel and Li 2005): minimum-residual factors, oblimin rotation, and
 * the Schmid-Leiman transformation by one factor of the factors' correlations (both of equal weight when there are
 * two). Items that run against the general factor are turned round. null below three items, fewer rows than items, more
 * than half as many factors as items, an item without variance, or a rotation that does not settle.
 */
export function omegaHierarchical(
  matrix: DataMatrix,
  options: MissingOption & { factors?: number } = {},
): OmegaHierarchical | null {
  const { factors = 3 } = options;
  const found = itemCorrelations(matrix, options);
  if (found === null || found.items < 3 || found.n <= found.items) return null;
  if (!(factors >= 2) || factors > Math.ceil(found.items / 2)) return null;
  const { n, items, r } = found;
  // The general factor has to have a direction before anything runs against it.
  const signs = generalSigns(r, items);
  const turned = r.map((v, at) => v * signs[Math.floor(at / items)] * signs[at % items]);
  const solution = factorAnalysis(turned, items, factors, "minres");
  const rotated = oblimin(solution.loadings);
  if (!solution.converged || !rotated.converged) return null;
  const { pattern, phi } = positive(rotated.pattern, rotated.phi);
  const second = secondOrder(phi);
  const loadings = pattern.map((row, i) => {
    const general = row.reduce((sum, l, k) => sum + l * second.loadings[k], 0);
    const group = row.map((l, k) => l * Math.sqrt(Math.max(0, 1 - second.loadings[k] ** 2)));
    const common = general * general + group.reduce((sum, l) => sum + l * l, 0);
    return { general, group, uniqueness: 1 - common, flipped: signs[i] < 0 };
  });
  const all = turned.reduce((a, b) => a + b, 0);
  const hierarchical = loadings.reduce((sum, item) => sum + item.general, 0) ** 2 / all;
  const total = 1 - loadings.reduce((sum, item) => sum + item.uniqueness, 0) / all;
  return {
    n,
    items,
    factors,
    hierarchical,
    total,
    limit: hierarchical / total,
    loadings,
    heywood: solution.heywood || second.heywood,
  };
}

function generalSigns(r: Float64Array, items: number): number[] {
  const single = factorAnalysis(r, items, 1, "minres");
  return single.loadings.map((row) => (row[0] < 0 ? -1 : 1));
}

/** Turns each factor so that its loadings sum to something positive. */
function positive(pattern: number[][], phi: number[][]) {
  const signs = (pattern[0] ?? []).map((_, k) =>
    pattern.reduce((sum, row) => sum + row[k], 0) < 0 ? -1 : 1,
  );
  return {
    pattern: pattern.map((row) => row.map((l, k) => l * signs[k])),
    phi: phi.map((row, i) => row.map((v, j) => v * signs[i] * signs[j])),
  };
}

function secondOrder(phi: number[][]): { loadings: number[]; heywood: boolean } {
  const k = phi.length;
  if (k === 2) {
    const shared = phi[0]?.[1] ?? 0;
    const loading = Math.sqrt(Math.abs(shared));
    return { loadings: [loading, Math.sign(shared) * loading], heywood: false };
  }
  const solution = factorAnalysis(Float64Array.from(phi.flat()), k, 1, "minres");
  const loadings = solution.loadings.map((row) => row[0]);
  const sign = loadings.reduce((a, b) => a + b, 0) < 0 ? -1 : 1;
  return { loadings: loadings.map((l) => sign * l), heywood: solution.heywood };
}
