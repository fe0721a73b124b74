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
      for (let i = 0; i < rest; i++) sum += 2 * Math.log(factor[i * m + i] as number);
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
        for (let i = offset; i < offset + (cells.sizes[f] as number); i++)
          sum += diagonal[i] as number;
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
    a[at] = (a[at] as number) + value;
  });
  const { start, column, weight, pivot } = system;
  for (let level = 0; level < pivot.length; level++) {
    const d = pivot[level] as number;
    const to = start[level + 1] as number;
    for (let s = start[level] as number; s < to; s++) {
      const i = column[s] as number;
      const scaled = (weight[s] as number) / d;
      for (let t = start[level] as number; t <= s; t++) {
        const j = column[t] as number;
        const at = i >= j ? i * m + j : j * m + i;
        a[at] = (a[at] as number) - scaled * (weight[t] as number);
      }
    }
  }
}

function substitute(lower: Float64Array, m: number, b: Float64Array): void {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    let sum = b[i] as number;
    const row = i * m;
    for (let k = 0; k < i; k++) sum -= (lower[row + k] as number) * (b[k] as number);
    b[i] = sum / (lower[row + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    const row = i * m;
    const value = (b[i] as number) / (lower[row + i] as number);
    b[i] = value;
    for (let k = 0; k < i; k++) b[k] = (b[k] as number) - value * (lower[row + k] as number);
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
    if (at < layout.random) result[at] = inverse[i * m + i] as number;
  }
  for (let level = 0; level < pivot.length; level++) {
    let quadratic = 0;
    const from = start[level] as number;
    const to = start[level + 1] as number;
    for (let s = from; s < to; s++) {
      const row = (column[s] as number) * m;
      let dot = 0;
      for (let t = from; t < to; t++)
        dot += (inverse[row + (column[t] as number)] as number) * (weight[t] as number);
      quadratic += dot * (weight[s] as number);
    }
    const d = pivot[level] as number;
    result[system.eliminatedAt + level] = 1 / d + quadratic / (d * d);
  }
  return result;
}
