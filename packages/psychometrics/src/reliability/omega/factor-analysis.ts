import { minimise } from "../../linear/minimise.ts";
import { symmetricEigen } from "../../linear/symmetric-eigen.ts";

export interface FactorSolution {
  /** loadings[item][factor], unrotated. */
  loadings: number[][];
  uniqueness: Float64Array;
  converged: boolean;
  /** An item's uniqueness went to its lower bound: more is claimed of it than there is (a Heywood case). */
  heywood: boolean;
}

const LEAST = 0.005;

/**
 * Common factors of a correlation matrix: maximum likelihood (Joreskog 1967) or minimum residuals (Harman and Jones
 * 1966), as a function of the uniquenesses, which are kept within [.005, 1].
 */
export function factorAnalysis(
  r: Float64Array,
  items: number,
  factors: number,
  method: "ml" | "minres",
): FactorSolution {
  const objective = method === "ml" ? likelihood(r, items, factors) : residuals(r, items, factors);
  const found = minimise(objective, startingValues(r, items, factors), LEAST, 1);
  const loadings =
    method === "ml"
      ? mlLoadings(r, items, factors, found.x)
      : minresLoadings(r, items, factors, found.x);
  const heywood = found.x.some((u) => u <= LEAST * 1.0001);
  return { loadings, uniqueness: found.x, converged: found.converged, heywood };
}

/** Joreskog's start, (1 - factors / (2 items)) over the diagonal of the inverse, or .5 for a singular matrix. */
function startingValues(r: Float64Array, items: number, factors: number): number[] {
  const { values, vectors } = symmetricEigen(r, items);
  return Array.from({ length: items }, (_, i) => {
    const inverse = vectors.reduce((sum, v, k) => sum + v[i] ** 2 / values[k], 0);
    const value = (1 - (0.5 * factors) / items) / inverse;
    return value > LEAST && value < 1 ? value : 0.5;
  });
}

function scaledEigen(r: Float64Array, items: number, psi: Float64Array) {
  const root = psi.map(Math.sqrt);
  const scaled = r.map((v, at) => v / (root[Math.floor(at / items)] * root[at % items]));
  return { root, ...symmetricEigen(scaled, items) };
}

function mlLoadings(
  r: Float64Array,
  items: number,
  factors: number,
  psi: Float64Array,
): number[][] {
  const { root, values, vectors } = scaledEigen(r, items, psi);
  return Array.from({ length: items }, (_, i) =>
    Array.from({ length: factors }, (_f, k) => {
      const length = Math.sqrt(Math.max(0, values[k] - 1));
      return root[i] * (vectors[k] as Float64Array)[i] * length;
    }),
  );
}

function likelihood(r: Float64Array, items: number, factors: number) {
  return (psi: Float64Array) => {
    const { values } = scaledEigen(r, items, psi);
    let value = factors - items;
    for (let k = factors; k < items; k++) value -= Math.log(values[k]) - values[k];
    const loadings = mlLoadings(r, items, factors, psi);
    const gradient = psi.map((u, i) => {
      const common = (loadings[i] as number[]).reduce((sum, l) => sum + l * l, 0);
      return (common + u - r[i * items + i]) / (u * u);
    });
    return { value, gradient };
  };
}

function minresLoadings(
  r: Float64Array,
  items: number,
  factors: number,
  psi: Float64Array,
): number[][] {
  const { values, vectors } = symmetricEigen(reduced(r, items, psi), items);
  return Array.from({ length: items }, (_, i) =>
    Array.from(
      { length: factors },
      (_f, k) => (vectors[k] as Float64Array)[i] * Math.sqrt(Math.max(0, values[k])),
    ),
  );
}

function reduced(r: Float64Array, items: number, psi: Float64Array): Float64Array {
  return r.map((v, at) => (at % (items + 1) === 0 ? v - psi[at % items] : v));
}

/**
 * Half the sum of squares of what the largest eigenvalues of the reduced matrix leave; minimal together with the
 * residual correlations.
 */
function residuals(r: Float64Array, items: number, factors: number) {
  return (psi: Float64Array) => {
    const { values, vectors } = symmetricEigen(reduced(r, items, psi), items);
    const rest = (k: number) => (k < factors ? Math.min(0, values[k]) : values[k]);
    let value = 0;
    for (let k = 0; k < items; k++) value += rest(k) ** 2 / 2;
    const gradient = psi.map((_, i) => vectors.reduce((sum, v, k) => sum - rest(k) * v[i] ** 2, 0));
    return { value, gradient };
  };
}
