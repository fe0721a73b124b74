import { type Cells, inSinglePrecision, type Layout } from "./cells.ts";

/**
 * The mixed model equations with the largest factor set apart: its block is diagonal (`pivot`), row `level` of the
 * coupling has entries `column`, `weight` from start[level] to start[level + 1], in the numbering of what remains:
 * the other factors' levels, then the fixed effects.
 */
export interface Elimination {
  rest: number;
  /** Fixed effects: the last of what remains. */
  fixed: number;
  eliminatedAt: number;
  pivot: Float64Array;
  start: Int32Array;
  column: Int32Array;
  /** In single precision where that holds every weight exactly, as it does counts of ratings. */
  weight: Float64Array | Float32Array;
  /** Diagonal of what remains before the elimination, ratios included. */
  own: Float64Array;
  setRatios(ratios: readonly number[]): void;
  /** Entries of one triangle of what remains, before the elimination; may come in parts. */
  eachRemaining(add: (i: number, j: number, value: number) => void): void;
  /** Right-hand side of what remains; and the full solution from the remaining one. */
  reduce(rhs: Float64Array): Float64Array;
  expand(rhs: Float64Array, remaining: Float64Array): Float64Array;
  /** Place of remaining unknown i in the full layout. */
  position(i: number): number;
}

export function eliminate(cells: Cells, layout: Layout): Elimination {
  const largest = cells.sizes.indexOf(Math.max(...cells.sizes));
  const size = cells.sizes[largest];
  const eliminatedAt = layout.offsets[largest];
  const rest = layout.length - size;
  const position = (i: number) => (i < eliminatedAt ? i : i + size);
  const coupling = coupled(cells, layout, largest);
  const { start, column, weight } = coupling;
  const base = new Float64Array(layout.length);
  cells.factors.forEach((levels, f) => {
    const offset = layout.offsets[f];
    for (let c = 0; c < cells.count; c++) {
      const at = offset + levels[c];
      base[at] = base[at] + cells.weight[c];
    }
  });
  for (let k = 0; k < cells.p; k++) base[layout.random + k] = fixedProduct(cells, k, k);
  const pivot = new Float64Array(size);
  const own = new Float64Array(rest);
  return {
    rest,
    fixed: cells.p,
    eliminatedAt,
    pivot,
    start,
    column,
    weight,
    own,
    position,
    setRatios(ratios) {
      cells.sizes.forEach((count, f) => {
        const offset = layout.offsets[f];
        for (let i = 0; i < count; i++) {
          const value = base[offset + i] + ratios[f];
          if (f === largest) pivot[i] = value;
          else own[offset < eliminatedAt ? offset + i : offset + i - size] = value;
        }
      });
      for (let k = 0; k < cells.p; k++) own[rest - cells.p + k] = base[layout.random + k];
    },
    eachRemaining(add) {
      for (let i = 0; i < rest; i++) add(i, i, own[i]);
      eachCross(cells, layout, largest, add);
    },
    reduce(rhs) {
      const out = new Float64Array(rest);
      out.set(rhs.subarray(0, eliminatedAt));
      out.set(rhs.subarray(eliminatedAt + size), eliminatedAt);
      for (let level = 0; level < size; level++) {
        const scaled = rhs[eliminatedAt + level] / pivot[level];
        if (scaled === 0) continue;
        for (let s = start[level]; s < start[level + 1]; s++) {
          const at = column[s];
          out[at] = out[at] - scaled * weight[s];
        }
      }
      return out;
    },
    expand(rhs, remaining) {
      const out = new Float64Array(layout.length);
      out.set(remaining.subarray(0, eliminatedAt));
      out.set(remaining.subarray(eliminatedAt), eliminatedAt + size);
      for (let level = 0; level < size; level++) {
        let sum = rhs[eliminatedAt + level];
        for (let s = start[level]; s < start[level + 1]; s++) {
          sum -= weight[s] * remaining[column[s]];
        }
        out[eliminatedAt + level] = sum / pivot[level];
      }
      return out;
    },
  };
}

function fixedProduct({ x, p, count, weight }: Cells, a: number, b: number): number {
  let sum = 0;
  for (let c = 0; c < count; c++) {
    const product = x === null ? 1 : x[c * p + a] * x[c * p + b];
    sum += product * weight[c];
  }
  return sum;
}

/** Off-diagonal entries among the remaining unknowns. */
function eachCross(
  cells: Cells,
  layout: Layout,
  largest: number,
  add: (i: number, j: number, value: number) => void,
): void {
  const size = cells.sizes[largest];
  const base = layout.offsets.map((offset, f) => (f > largest ? offset - size : offset));
  const others = cells.factors.map((_, f) => f).filter((f) => f !== largest);
  const { x, p, count, weight } = cells;
  const fixedAt = layout.random - size;
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < a; b++) add(fixedAt + a, fixedAt + b, fixedProduct(cells, a, b));
  }
  for (const f of others) {
    const levels = cells.factors[f] as Int32Array;
    for (let c = 0; c < count; c++) {
      const i = base[f] + levels[c];
      const w = weight[c];
      for (let k = 0; k < p; k++) add(fixedAt + k, i, x === null ? w : w * x[c * p + k]);
      for (const g of others) {
        if (g < f) add(i, base[g] + (cells.factors[g] as Int32Array)[c], w);
      }
    }
  }
}

/** Rows of the coupling between the eliminated factor's levels and the rest, duplicates summed. */
function coupled(cells: Cells, layout: Layout, largest: number) {
  const { count, p, x, weight: w } = cells;
  const size = cells.sizes[largest];
  const own = cells.factors[largest] as Int32Array;
  const others = cells.factors.map((_, f) => f).filter((f) => f !== largest);
  const base = layout.offsets.map((offset, f) => (f > largest ? offset - size : offset));
  const fixedAt = layout.random - size;
  const begin = new Int32Array(size + 1);
  for (let c = 0; c < count; c++) {
    const at = own[c] + 1;
    begin[at] = begin[at] + 1;
  }
  for (let l = 0; l < size; l++) begin[l + 1] = begin[l + 1] + begin[l];
  const order = new Int32Array(count);
  const fillAt = begin.slice(0, size);
  for (let c = 0; c < count; c++) {
    const l = own[c];
    order[fillAt[l]] = c;
    fillAt[l] = fillAt[l] + 1;
  }
  const start = new Int32Array(size + 1);
  const column = new Int32Array(count * others.length + size * p);
  const weight = inSinglePrecision(cells)
    ? new Float32Array(column.length)
    : new Float64Array(column.length);
  const seenAt = new Int32Array(layout.length - size).fill(-1);
  let at = 0;
  for (let l = 0; l < size; l++) {
    const rowStart = at;
    start[l] = at;
    for (let k = 0; k < p; k++) column[at++] = fixedAt + k;
    for (let s = begin[l]; s < begin[l + 1]; s++) {
      const c = order[s];
      const wc = w[c];
      for (let k = 0; k < p; k++) {
        weight[rowStart + k] = weight[rowStart + k] + (x === null ? wc : wc * x[c * p + k]);
      }
      for (const f of others) {
        const j = base[f] + (cells.factors[f] as Int32Array)[c];
        let slot = seenAt[j];
        if (slot < rowStart) {
          slot = at++;
          seenAt[j] = slot;
          column[slot] = j;
        }
        weight[slot] = weight[slot] + wc;
      }
    }
  }
  start[size] = at;
  return { start, column: column.subarray(0, at), weight: weight.subarray(0, at) };
}
