import type { Elimination } from "./eliminate.ts";

/**
 * Products of what remains after elimination with several vectors at once (interleaved, `width` of them), without
 * forming the matrix: own entries, less the coupling through the eliminated factor.
 */
export interface RemainingProduct {
  /** Four vectors to solve in. */
  readonly work: readonly Float64Array[];
  /** Diagonal of what remains, for preconditioning. */
  diagonal(): Float64Array;
  multiply(v: Float64Array, width: 1 | 4, out: Float64Array): void;
}

export function remainingProduct(system: Elimination): RemainingProduct {
  const { rest, start, column, weight, pivot, own } = system;
  const cross = crossEntries(system);
  return {
    work: Array.from({ length: 4 }, () => new Float64Array(4 * rest)),
    diagonal() {
      const diagonal = Float64Array.from(own);
      for (let level = 0; level < pivot.length; level++) {
        const d = pivot[level] as number;
        const to = start[level + 1] as number;
        for (let s = start[level] as number; s < to; s++) {
          const at = column[s] as number;
          const w = weight[s] as number;
          diagonal[at] = (diagonal[at] as number) - (w * w) / d;
        }
      }
      return diagonal;
    },
    multiply(v, width, out) {
      for (let i = 0; i < rest; i++) {
        const scale = own[i] as number;
        for (let r = 0; r < width; r++) out[i * width + r] = scale * (v[i * width + r] as number);
      }
      addCross(cross, v, width, out);
      if (width === 1) coupleOne(system, v, out);
      else coupleFour(system, v, out);
    },
  };
}

interface CrossEntries {
  i: Int32Array;
  j: Int32Array;
  value: Float64Array;
}

/** Off-diagonal entries before elimination, duplicates summed: few with two factors (the fixed effects'). */
function crossEntries(system: Elimination): CrossEntries {
  const sums = new Map<number, number>();
  system.eachRemaining((i, j, value) => {
    if (i === j) return;
    const key = i * system.rest + j;
    sums.set(key, (sums.get(key) ?? 0) + value);
  });
  const keys = [...sums.keys()];
  return {
    i: Int32Array.from(keys, (key) => Math.floor(key / system.rest)),
    j: Int32Array.from(keys, (key) => key % system.rest),
    value: Float64Array.from(sums.values()),
  };
}

function addCross(
  { i, j, value }: CrossEntries,
  v: Float64Array,
  width: number,
  out: Float64Array,
): void {
  for (let s = 0; s < value.length; s++) {
    const a = (i[s] as number) * width;
    const b = (j[s] as number) * width;
    const w = value[s] as number;
    for (let r = 0; r < width; r++) {
      out[a + r] = (out[a + r] as number) + w * (v[b + r] as number);
      out[b + r] = (out[b + r] as number) + w * (v[a + r] as number);
    }
  }
}

function coupleOne(
  { start, column, weight, pivot }: Elimination,
  v: Float64Array,
  out: Float64Array,
): void {
  for (let level = 0; level < pivot.length; level++) {
    const from = start[level] as number;
    const to = start[level + 1] as number;
    let sum = 0;
    for (let s = from; s < to; s++)
      sum += (weight[s] as number) * (v[column[s] as number] as number);
    sum /= pivot[level] as number;
    for (let s = from; s < to; s++) {
      const at = column[s] as number;
      out[at] = (out[at] as number) - sum * (weight[s] as number);
    }
  }
}

function coupleFour(
  { start, column, weight, pivot }: Elimination,
  v: Float64Array,
  out: Float64Array,
): void {
  for (let level = 0; level < pivot.length; level++) {
    const from = start[level] as number;
    const to = start[level + 1] as number;
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    for (let s = from; s < to; s++) {
      const at = 4 * (column[s] as number);
      const w = weight[s] as number;
      s0 += w * (v[at] as number);
      s1 += w * (v[at + 1] as number);
      s2 += w * (v[at + 2] as number);
      s3 += w * (v[at + 3] as number);
    }
    const d = 1 / (pivot[level] as number);
    s0 *= d;
    s1 *= d;
    s2 *= d;
    s3 *= d;
    for (let s = from; s < to; s++) {
      const at = 4 * (column[s] as number);
      const w = weight[s] as number;
      out[at] = (out[at] as number) - s0 * w;
      out[at + 1] = (out[at + 1] as number) - s1 * w;
      out[at + 2] = (out[at + 2] as number) - s2 * w;
      out[at + 3] = (out[at + 3] as number) - s3 * w;
    }
  }
}
