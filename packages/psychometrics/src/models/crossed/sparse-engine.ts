import { cholesky, choleskySolve } from "../../linear/cholesky.ts";
import { type Cells, inSinglePrecision, type Layout } from "./cells.ts";
import type { Engine } from "./engine.ts";
import { minimumDegree } from "./minimum-degree.ts";
import {
  factoriseSparse,
  inverseDiagonal,
  type SparseFactor,
  solveSparse,
} from "./sparse-factor.ts";
import { type FactorPattern, factorPattern } from "./symbolic.ts";

/**
 * Exact for graphs with little fill: L D L' of the random effects' block in a fill-reducing order, the fixed effects as
 * a border. Traces and variances by the Takahashi recurrence. null when the factor would have more than `limit`
 * entries. `pause` is called between long parts.
 */
export function sparseEngine(
  cells: Cells,
  layout: Layout,
  limit: number,
  pause?: () => void,
): Engine | null {
  const graph = adjacency(cells, layout);
  const order = minimumDegree(layout.random, graph.start, graph.column, limit);
  if (order === null) return null;
  pause?.();
  const pattern = factorPattern(layout.random, graph.start, graph.column, order);
  const factor: SparseFactor = {
    pattern,
    values: new Float64Array(pattern.row.length),
    d: new Float64Array(layout.random),
  };
  const border = borderOf(cells, layout);
  const { p } = cells;
  let solvedBorder: Float64Array[] = [];
  let corner: Float64Array | null = null;
  let diagonal: Float64Array | null = null;
  const inner = (b: Float64Array) => permutedSolve(factor, b, layout.random);
  return {
    name: "sparse",
    update(ratios) {
      pause?.();
      diagonal = null;
      if (
        !factoriseSparse(
          factor,
          scatterer(graph, pattern, shifted(graph.diagonal, cells, layout, ratios)),
        )
      )
        return false;
      solvedBorder = border.columns.map(inner);
      const schur = border.products.map((value, at) => {
        const a = border.columns[Math.floor(at / p)] as Float64Array;
        return value - dot(a, solvedBorder[at % p] as Float64Array);
      });
      corner = cholesky(schur, p);
      return corner !== null;
    },
    solve(rhs) {
      const u = inner(rhs.subarray(0, layout.random));
      const rest = border.columns.map((column, k) => rhs[layout.random + k] - dot(column, u));
      const beta = choleskySolve(corner as Float64Array, p, rest);
      const out = new Float64Array(layout.length);
      out.set(u);
      out.set(beta, layout.random);
      solvedBorder.forEach((column, k) => {
        const b = beta[k];
        for (let i = 0; i < layout.random; i++) out[i] = out[i] - b * column[i];
      });
      return out;
    },
    logDeterminant() {
      let sum = 0;
      for (const d of factor.d) sum += Math.log(d);
      for (let k = 0; k < p; k++) sum += 2 * Math.log((corner as Float64Array)[k * p + k]);
      return sum;
    },
    diagonal() {
      pause?.();
      diagonal ??= bordered(inverseDiagonal(factor), pattern, solvedBorder, corner as Float64Array);
      return diagonal;
    },
    traces() {
      const all = this.diagonal();
      return layout.offsets.map((offset, f) =>
        all.subarray(offset, offset + cells.sizes[f]).reduce((a, b) => a + b, 0),
      );
    },
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

interface Graph {
  start: Int32Array;
  column: Int32Array;
  weight: Float64Array | Float32Array;
  /** Diagonal of Z'WZ. */
  diagonal: Float64Array;
}

/** Z'WZ off the diagonal, both triangles, duplicates summed. */
function adjacency(cells: Cells, layout: Layout): Graph {
  const n = layout.random;
  const k = cells.factors.length;
  const diagonal = new Float64Array(n);
  const begin = new Int32Array(n + 1);
  const at = (f: number, c: number) => layout.offsets[f] + (cells.factors[f] as Int32Array)[c];
  for (let f = 0; f < k; f++) {
    for (let c = 0; c < cells.count; c++) {
      const i = at(f, c);
      begin[i + 1] = begin[i + 1] + k - 1;
      diagonal[i] = diagonal[i] + cells.weight[c];
    }
  }
  for (let i = 0; i < n; i++) begin[i + 1] = begin[i + 1] + begin[i];
  const cellOf = new Int32Array(begin[n]);
  const partner = new Int32Array(begin[n]);
  const cursor = begin.slice(0, n);
  for (let c = 0; c < cells.count; c++) {
    for (let f = 0; f < k; f++) {
      for (let g = 0; g < k; g++) {
        if (f === g) continue;
        const i = at(f, c);
        const slot = cursor[i];
        partner[slot] = at(g, c);
        cellOf[slot] = c;
        cursor[i] = slot + 1;
      }
    }
  }
  return { ...merged(n, begin, partner, cellOf, cells), diagonal };
}

function merged(
  n: number,
  begin: Int32Array,
  partner: Int32Array,
  cellOf: Int32Array,
  cells: Cells,
) {
  const w = cells.weight;
  const start = new Int32Array(n + 1);
  const column = new Int32Array(partner.length);
  const weight = inSinglePrecision(cells)
    ? new Float32Array(partner.length)
    : new Float64Array(partner.length);
  const seenAt = new Int32Array(n).fill(-1);
  let at = 0;
  for (let i = 0; i < n; i++) {
    const rowStart = at;
    start[i] = at;
    for (let s = begin[i]; s < begin[i + 1]; s++) {
      const j = partner[s];
      let slot = seenAt[j];
      if (slot < rowStart) {
        slot = at++;
        seenAt[j] = slot;
        column[slot] = j;
      }
      weight[slot] = weight[slot] + w[cellOf[s]];
    }
  }
  start[n] = at;
  return { start, column: column.subarray(0, at), weight: weight.subarray(0, at) };
}

function shifted(
  diagonal: Float64Array,
  cells: Cells,
  layout: Layout,
  ratios: readonly number[],
): Float64Array {
  const out = Float64Array.from(diagonal);
  cells.sizes.forEach((size, f) => {
    const offset = layout.offsets[f];
    for (let i = offset; i < offset + size; i++) out[i] = out[i] + ratios[f];
  });
  return out;
}

function scatterer(graph: Graph, { order, position }: FactorPattern, diagonal: Float64Array) {
  return (k: number, work: Float64Array) => {
    const i = order[k];
    work[k] = work[k] + diagonal[i];
    for (let s = graph.start[i]; s < graph.start[i + 1]; s++) {
      const j = position[graph.column[s]];
      if (j > k) work[j] = work[j] + graph.weight[s];
    }
  };
}

function permutedSolve(factor: SparseFactor, b: Float64Array, n: number): Float64Array {
  const { order } = factor.pattern;
  const work = new Float64Array(n);
  for (let k = 0; k < n; k++) work[k] = b[order[k]];
  solveSparse(factor, work);
  const out = new Float64Array(n);
  for (let k = 0; k < n; k++) out[order[k]] = work[k];
  return out;
}

/** Z'WX by columns, and X'WX. */
function borderOf(
  cells: Cells,
  layout: Layout,
): { columns: Float64Array[]; products: Float64Array } {
  const { p, x, count, weight } = cells;
  const products = new Float64Array(p * p);
  const value = (c: number, k: number) => (x === null ? 1 : x[c * p + k]);
  const columns = Array.from({ length: p }, (_, k) => {
    const column = new Float64Array(layout.random);
    cells.factors.forEach((levels, f) => {
      const offset = layout.offsets[f];
      for (let c = 0; c < count; c++) {
        const i = offset + levels[c];
        column[i] = column[i] + value(c, k) * weight[c];
      }
    });
    for (let c = 0; c < count; c++) {
      for (let m = 0; m < p; m++) {
        products[k * p + m] = products[k * p + m] + value(c, k) * value(c, m) * weight[c];
      }
    }
    return column;
  });
  return { columns, products };
}

/** Diagonal of the bordered inverse in the original numbering. */
function bordered(
  inner: Float64Array,
  { order }: FactorPattern,
  solvedBorder: Float64Array[],
  corner: Float64Array,
): Float64Array {
  const p = solvedBorder.length;
  const out = new Float64Array(inner.length);
  for (let k = 0; k < inner.length; k++) {
    const i = order[k];
    const row = solvedBorder.map((column) => column[i]);
    const solved = choleskySolve(corner, p, row);
    out[i] = inner[k] + row.reduce((sum, v, m) => sum + v * solved[m], 0);
  }
  return out;
}
