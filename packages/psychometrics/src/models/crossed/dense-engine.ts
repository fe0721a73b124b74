import type { Cells, Layout } from "./cells.ts";
import { type Elimination, eliminate } from "./eliminate.ts";
import type { Engine } from "./engine.ts";
import { factorise } from "./factorise.ts";
import { invertFactor } from "./invert-factor.ts";

/**
 * Exact: the largest factor is eliminated level by level (its block is diagonal) and what remains solved by dense
 * Cholesky. Memory grows with the square of what remains.
 */
export function denseEngine(cells: Cells, layout: Layout): Engine {
  const system = eliminate(cells, layout);
  const { rest } = system;
  // A multiple of four for the kernels; the added rows are those of an identity.
  const m = Math.ceil(rest / 4) * 4;
  const factor = new Float64Array(m * m);
  let inverse: Float64Array | null = null;
  let ratios: readonly number[] = [];
  return {
    name: "dense",
    update(next) {
      ratios = next;
      inverse = null;
      system.setRatios(ratios);
      fill(factor, m, system);
      return factorise(factor, m);
    },
    solve(rhs) {
      const reduced = system.reduce(rhs);
      substitute(factor, m, reduced);
      return system.expand(rhs, reduced);
    },
    logDeterminant() {
      let sum = 0;
      for (let i = 0; i < rest; i++) sum += 2 * Math.log(factor[i * m + i]);
      for (const d of system.pivot) sum += Math.log(d);
      return sum;
    },
    diagonal() {
      inverse ??= invertFactor(factor, m);
      return diagonalOf(inverse, m, system, layout);
    },
    traces() {
      inverse ??= invertFactor(factor, m);
      const diagonal = diagonalOf(inverse, m, system, layout);
      return layout.offsets.map((offset, f) => {
        let sum = 0;
        for (let i = offset; i < offset + cells.sizes[f]; i++) sum += diagonal[i];
        return sum;
      });
    },
  };
}

/** Lower triangle of the matrix that remains after elimination. */
function fill(a: Float64Array, m: number, system: Elimination): void {
  a.fill(0);
  for (let i = system.rest; i < m; i++) a[i * m + i] = 1;
  system.eachRemaining((i, j, value) => {
    const at = i >= j ? i * m + j : j * m + i;
    a[at] = a[at] + value;
  });
  const { start, column, weight, pivot } = system;
  for (let level = 0; level < pivot.length; level++) {
    const d = pivot[level];
    const to = start[level + 1];
    for (let s = start[level]; s < to; s++) {
      const i = column[s];
      const scaled = weight[s] / d;
      for (let t = start[level]; t <= s; t++) {
        const j = column[t];
        const at = i >= j ? i * m + j : j * m + i;
        a[at] = a[at] - scaled * weight[t];
      }
    }
  }
}

function substitute(lower: Float64Array, m: number, b: Float64Array): void {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    let sum = b[i];
    const row = i * m;
    for (let k = 0; k < i; k++) sum -= lower[row + k] * b[k];
    b[i] = sum / lower[row + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    const row = i * m;
    const value = b[i] / lower[row + i];
    b[i] = value;
    for (let k = 0; k < i; k++) b[k] = b[k] - value * lower[row + k];
  }
}

function diagonalOf(
  inverse: Float64Array,
  m: number,
  system: Elimination,
  layout: Layout,
): Float64Array {
  const { start, column, weight, pivot } = system;
  const result = new Float64Array(layout.random);
  for (let i = 0; i < system.rest; i++) {
    const at = system.position(i);
    if (at < layout.random) result[at] = inverse[i * m + i];
  }
  for (let level = 0; level < pivot.length; level++) {
    let quadratic = 0;
    const from = start[level];
    const to = start[level + 1];
    for (let s = from; s < to; s++) {
      const row = column[s] * m;
      let dot = 0;
      for (let t = from; t < to; t++) dot += inverse[row + column[t]] * weight[t];
      quadratic += dot * weight[s];
    }
    const d = pivot[level];
    result[system.eliminatedAt + level] = 1 / d + quadratic / (d * d);
  }
  return result;
}
