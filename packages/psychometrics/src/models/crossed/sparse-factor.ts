import type { FactorPattern } from "./symbolic.ts";

/** L D L' of a reordered matrix: unit lower L on the pattern, D positive. */
export interface SparseFactor {
  pattern: FactorPattern;
  values: Float64Array;
  d: Float64Array;
  /** Room for the inverse's entries on the pattern, kept from one use to the next. */
  inverse?: Float64Array;
}

/**
 * Numerical factorisation, column by column from the left: each column is gathered in a dense work vector from the earlier columns
 * that reach it, kept in linked lists by their next row (George and Liu 1981). False when a pivot is not positive.
 * `scatter` adds column k of the matrix (rows >= k, reordered) to the work vector.
 */
export function factoriseSparse(
  factor: SparseFactor,
  scatter: (k: number, work: Float64Array) => void,
): boolean {
  const { pattern, values, d } = factor;
  const { n, start, row } = pattern;
  const work = new Float64Array(n);
  const head = new Int32Array(n).fill(-1);
  const next = new Int32Array(n).fill(-1);
  const cursor = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    scatter(k, work);
    let j = head[k] as number;
    while (j !== -1) {
      const following = next[j] as number;
      const from = cursor[j] as number;
      const to = start[j + 1] as number;
      const scale = (values[from] as number) * (d[j] as number);
      for (let s = from; s < to; s++) {
        const i = row[s] as number;
        work[i] = (work[i] as number) - scale * (values[s] as number);
      }
      if (from + 1 < to) {
        cursor[j] = from + 1;
        const i = row[from + 1] as number;
        next[j] = head[i] as number;
        head[i] = j;
      }
      j = following;
    }
    const pivot = work[k] as number;
    if (!(pivot > 0)) return false;
    d[k] = pivot;
    work[k] = 0;
    const from = start[k] as number;
    const to = start[k + 1] as number;
    for (let s = from; s < to; s++) {
      const i = row[s] as number;
      values[s] = (work[i] as number) / pivot;
      work[i] = 0;
    }
    if (from < to) {
      cursor[k] = from;
      const i = row[from] as number;
      next[k] = head[i] as number;
      head[i] = k;
    }
  }
  return true;
}

/** Solves in place; b in the reordered numbering. */
export function solveSparse({ pattern, values, d }: SparseFactor, b: Float64Array): void {
  const { n, start, row } = pattern;
  for (let k = 0; k < n; k++) {
    const value = b[k] as number;
    if (value === 0) continue;
    for (let s = start[k] as number; s < (start[k + 1] as number); s++) {
      const i = row[s] as number;
      b[i] = (b[i] as number) - (values[s] as number) * value;
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    let sum = (b[k] as number) / (d[k] as number);
    for (let s = start[k] as number; s < (start[k + 1] as number); s++) {
      sum -= (values[s] as number) * (b[row[s] as number] as number);
    }
    b[k] = sum;
  }
}

/**
 * Diagonal of the inverse by the recurrence of Takahashi, Fagan and Chin (1973; Erisman and Tinney 1975): the inverse's entries on
 * the factor's pattern, from the last column back, each from entries already there. Reordered numbering.
 */
export function inverseDiagonal(factor: SparseFactor): Float64Array {
  const { pattern, values, d } = factor;
  const { n, start, row } = pattern;
  const inverse = factor.inverse ?? new Float64Array(values.length);
  factor.inverse = inverse;
  const diagonal = new Float64Array(n);
  const work = new Float64Array(n);
  const factorAt = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    const from = start[k] as number;
    const to = start[k + 1] as number;
    // work[i] = -sum over j in column k of L[j, k] Z[i, j], for i in column k; Z's columns hold i > j, so both uses of an entry are taken.
    for (let s = from; s < to; s++) factorAt[row[s] as number] = values[s] as number;
    for (let s = from; s < to; s++) {
      const j = row[s] as number;
      const l = values[s] as number;
      let sum = (work[j] as number) - l * (diagonal[j] as number);
      const end = start[j + 1] as number;
      for (let t = start[j] as number; t < end; t++) {
        const i = row[t] as number;
        const other = factorAt[i] as number;
        if (other === 0) continue;
        const z = inverse[t] as number;
        sum -= other * z;
        work[i] = (work[i] as number) - l * z;
      }
      work[j] = sum;
    }
    let own = 1 / (d[k] as number);
    for (let s = from; s < to; s++) {
      const i = row[s] as number;
      inverse[s] = work[i] as number;
      own -= (values[s] as number) * (work[i] as number);
      work[i] = 0;
      factorAt[i] = 0;
    }
    diagonal[k] = own;
  }
  return diagonal;
}
