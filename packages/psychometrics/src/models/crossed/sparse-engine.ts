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
 * Exact for graphs with little fill: L D L' of the random effects' block in a fill-reducing order, the fixed effects as a border. Traces and variances by the
 * Takahashi recurrence. null when the factor would have more than `limit` entries. `pause` is called between long parts.
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
      const rest = border.columns.map(
        (column, k) => (rhs[layout.random + k] as number) - dot(column, u),
      );
      const beta = choleskySolve(corner as Float64Array, p, rest);
      const out = new Float64Array(layout.length);
      out.set(u);
      out.set(beta, layout.random);
      solvedBorder.forEach((column, k) => {
        const b = beta[k] as number;
        for (let i = 0; i < layout.random; i++)
          out[i] = (out[i] as number) - b * (column[i] as number);
      });
      return out;
    },
    logDeterminant() {
      let sum = 0;
      for (const d of factor.d) sum += Math.log(d);
      for (let k = 0; k < p; k++)
        sum += 2 * Math.log((corner as Float64Array)[k * p + k] as number);
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
        all.subarray(offset, offset + (cells.sizes[f] as number)).reduce((a, b) => a + b, 0),
      );
    },
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
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
  const at = (f: number, c: number) =>
    (layout.offsets[f] as number) + ((cells.factors[f] as Int32Array)[c] as number);
  for (let f = 0; f < k; f++) {
    for (let c = 0; c < cells.count; c++) {
      const i = at(f, c);
      begin[i + 1] = (begin[i + 1] as number) + k - 1;
      diagonal[i] = (diagonal[i] as number) + (cells.weight[c] as number);
    }
  }
  for (let i = 0; i < n; i++) begin[i + 1] = (begin[i + 1] as number) + (begin[i] as number);
  const cellOf = new Int32Array(begin[n] as number);
  const partner = new Int32Array(begin[n] as number);
  const cursor = begin.slice(0, n);
  for (let c = 0; c < cells.count; c++) {
    for (let f = 0; f < k; f++) {
      for (let g = 0; g < k; g++) {
        if (f === g) continue;
        const i = at(f, c);
        const slot = cursor[i] as number;
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
    for (let s = begin[i] as number; s < (begin[i + 1] as number); s++) {
      const j = partner[s] as number;
      let slot = seenAt[j] as number;
      if (slot < rowStart) {
        slot = at++;
        seenAt[j] = slot;
        column[slot] = j;
      }
      weight[slot] = (weight[slot] as number) + (w[cellOf[s] as number] as number);
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
    const offset = layout.offsets[f] as number;
    for (let i = offset; i < offset + size; i++)
      out[i] = (out[i] as number) + (ratios[f] as number);
  });
  return out;
}

function scatterer(graph: Graph, { order, position }: FactorPattern, diagonal: Float64Array) {
  return (k: number, work: Float64Array) => {
    const i = order[k] as number;
    work[k] = (work[k] as number) + (diagonal[i] as number);
    for (let s = graph.start[i] as number; s < (graph.start[i + 1] as number); s++) {
      const j = position[graph.column[s] as number] as number;
      if (j > k) work[j] = (work[j] as number) + (graph.weight[s] as number);
    }
  };
}

function permutedSolve(factor: SparseFactor, b: Float64Array, n: number): Float64Array {
  const { order } = factor.pattern;
  const work = new Float64Array(n);
  for (let k = 0; k < n; k++) work[k] = b[order[k] as number] as number;
  solveSparse(factor, work);
  const out = new Float64Array(n);
  for (let k = 0; k < n; k++) out[order[k] as number] = work[k] as number;
  return out;
}

/** Z'WX by columns, and X'WX. */
function borderOf(
  cells: Cells,
  layout: Layout,
): { columns: Float64Array[]; products: Float64Array } {
  const { p, x, count, weight } = cells;
  const products = new Float64Array(p * p);
  const value = (c: number, k: number) => (x === null ? 1 : (x[c * p + k] as number));
  const columns = Array.from({ length: p }, (_, k) => {
    const column = new Float64Array(layout.random);
    cells.factors.forEach((levels, f) => {
      const offset = layout.offsets[f] as number;
      for (let c = 0; c < count; c++) {
        const i = offset + (levels[c] as number);
        column[i] = (column[i] as number) + value(c, k) * (weight[c] as number);
      }
    });
    for (let c = 0; c < count; c++) {
      for (let m = 0; m < p; m++) {
        products[k * p + m] =
          (products[k * p + m] as number) + value(c, k) * value(c, m) * (weight[c] as number);
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
    const i = order[k] as number;
    const row = solvedBorder.map((column) => column[i] as number);
    const solved = choleskySolve(corner, p, row);
    out[i] = (inner[k] as number) + row.reduce((sum, v, m) => sum + v * (solved[m] as number), 0);
  }
  return out;
}
