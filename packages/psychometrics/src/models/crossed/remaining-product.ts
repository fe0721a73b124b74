import { addCross, crossEntries } from "./cross-entries.ts";
import type { Elimination } from "./eliminate.ts";

/**
 * Products of what remains after elimination with one vector, or with four at once (interleaved), without forming the
 * matrix: own entries, less the coupling through the eliminated factor.
 */
export interface RemainingProduct {
  /** Three vectors of four times the unknowns that remain, to solve in. */
  readonly work: readonly Float64Array[];
  /** Diagonal of what remains, for preconditioning. */
  diagonal(): Float64Array;
  multiply(v: Float64Array, width: 1 | 4, out: Float64Array): void;
}

/**
 * Raters meet ratees in no order that memory caches could follow, and the products do little else than wait for memory.
 * So each unknown's inputs and sums lie side by side, in one cache line. Products of four are for random probes, and
 * coupled in single precision.
 */
export function remainingProduct(system: Elimination): RemainingProduct {
  const { rest, own } = system;
  const cross = crossEntries(system);
  const one = new Float64Array(2 * rest);
  const four = new Float32Array(8 * rest);
  return {
    work: Array.from({ length: 3 }, () => new Float64Array(4 * rest)),
    diagonal: () => diagonalOf(system),
    multiply(v, width, out) {
      if (width === 1) {
        for (let i = 0; i < rest; i++) {
          one[2 * i] = v[i];
          one[2 * i + 1] = 0;
        }
        coupleOne(system, one);
        for (let i = 0; i < rest; i++) out[i] = own[i] * v[i] - one[2 * i + 1];
      } else {
        load(four, v);
        coupleFour(system, four);
        unload(four, own, v, out);
      }
      addCross(cross, v, width, out);
    },
  };
}

function diagonalOf({ start, column, weight, pivot, own }: Elimination): Float64Array {
  const diagonal = Float64Array.from(own);
  for (let level = 0; level < pivot.length; level++) {
    const d = pivot[level];
    const to = start[level + 1];
    for (let s = start[level]; s < to; s++) {
      const at = column[s];
      const w = weight[s];
      diagonal[at] = diagonal[at] - (w * w) / d;
    }
  }
  return diagonal;
}

/** Four inputs and four empty sums an unknown. */
function load(pairs: Float32Array, v: Float64Array): void {
  for (let at = 0; at < v.length; at += 4) {
    const to = 2 * at;
    pairs[to] = v[at];
    pairs[to + 1] = v[at + 1];
    pairs[to + 2] = v[at + 2];
    pairs[to + 3] = v[at + 3];
    pairs[to + 4] = 0;
    pairs[to + 5] = 0;
    pairs[to + 6] = 0;
    pairs[to + 7] = 0;
  }
}

/** Own entries times the input, less the sums. */
function unload(pairs: Float32Array, own: Float64Array, v: Float64Array, out: Float64Array): void {
  for (let i = 0; i < own.length; i++) {
    const scale = own[i];
    const at = 4 * i;
    const from = 8 * i + 4;
    out[at] = scale * v[at] - pairs[from];
    out[at + 1] = scale * v[at + 1] - pairs[from + 1];
    out[at + 2] = scale * v[at + 2] - pairs[from + 2];
    out[at + 3] = scale * v[at + 3] - pairs[from + 3];
  }
}

function coupleOne({ start, column, weight, pivot }: Elimination, pairs: Float64Array): void {
  for (let level = 0; level < pivot.length; level++) {
    const from = start[level];
    const to = start[level + 1];
    let sum = 0;
    for (let s = from; s < to; s++) sum += weight[s] * pairs[2 * column[s]];
    sum /= pivot[level];
    for (let s = from; s < to; s++) {
      const at = 2 * column[s] + 1;
      pairs[at] = pairs[at] + sum * weight[s];
    }
  }
}

function coupleFour({ start, column, weight, pivot }: Elimination, pairs: Float32Array): void {
  for (let level = 0; level < pivot.length; level++) {
    const from = start[level];
    const to = start[level + 1];
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let s = from; s < to; s++) {
      const at = 8 * column[s];
      const w = weight[s];
      s0 += w * pairs[at];
      s1 += w * pairs[at + 1];
      s2 += w * pairs[at + 2];
      s3 += w * pairs[at + 3];
    }
    const d = 1 / pivot[level];
    s0 *= d;
    s1 *= d;
    s2 *= d;
    s3 *= d;
    for (let s = from; s < to; s++) {
      const at = 8 * column[s] + 4;
      const w = weight[s];
      pairs[at] = pairs[at] + s0 * w;
      pairs[at + 1] = pairs[at + 1] + s1 * w;
      pairs[at + 2] = pairs[at + 2] + s2 * w;
      pairs[at + 3] = pairs[at + 3] + s3 * w;
    }
  }
}
