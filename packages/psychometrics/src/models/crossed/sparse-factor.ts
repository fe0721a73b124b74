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
 * Numerical factorisation, column by column from the left: each column is gathered in a dense work vector from the
 * earlier columns that reach it, kept in linked lists by their next row (George and Liu 1981). False when a pivot is
 * not positive. `scatter` adds column k of the matrix (rows >= k, reordered) to the work vector.
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
    let j = head[k];
    while (j !== -1) {
      const following = next[j];
      const from = cursor[j];
      const to = start[j + 1];
      const scale = values[from] * d[j];
      for (let s = from; s < to; s++) {
        const i = row[s];
        work[i] = work[i] - scale * values[s];
      }
      if (from + 1 < to) {
        cursor[j] = from + 1;
        const i = row[from + 1];
        next[j] = head[i];
        head[i] = j;
      }
      j = following;
    }
    const pivot = work[k];
    if (!(pivot > 0)) return false;
    d[k] = pivot;
    work[k] = 0;
    const from = start[k];
    const to = start[k + 1];
    for (let s = from; s < to; s++) {
      const i = row[s];
      values[s] = work[i] / pivot;
      work[i] = 0;
    }
    if (from < to) {
      cursor[k] = from;
      const i = row[from];
      next[k] = head[i];
      head[i] = k;
    }
  }
  return true;
}

/** Solves in place; b in the reordered numbering. */
export function solveSparse({ pattern, values, d }: SparseFactor, b: Float64Array): void {
  const { n, start, row } = pattern;
  for (let k = 0; k < n; k++) {
    const value = b[k];
    if (value === 0) continue;
    for (let s = start[k]; s < start[k + 1]; s++) {
      const i = row[s];
      b[i] = b[i] - values[s] * value;
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    let sum = b[k] / d[k];
    for (let s = start[k]; s < start[k + 1]; s++) {
      sum -= values[s] * b[row[s]];
    }
    b[k] = sum;
  }
}

/**
 * Diagonal of the inverse by the recurrence of Takahashi, Fagan and Chin (1973; Erisman and Tinney 1975): the inverse's
 * entries on the factor's pattern, from the last column back, each from entries already there. Reordered numbering.
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
    const from = start[k];
    const to = start[k + 1];
    // work[i] = -sum over j in column k of L[j, k] Z[i, j], for i in column k; Z's columns hold i > j, so both uses of
    // an entry are taken.
    for (let s = from; s < to; s++) factorAt[row[s]] = values[s];
    for (let s = from; s < to; s++) {
      const j = row[s];
      const l = values[s];
      let sum = work[j] - l * diagonal[j];
      const end = start[j + 1];
      for (let t = start[j]; t < end; t++) {
        const i = row[t];
        const other = factorAt[i];
        if (other === 0) continue;
        const z = inverse[t];
        sum -= other * z;
        work[i] = work[i] - l * z;
      }
      work[j] = sum;
    }
    let own = 1 / d[k];
    for (let s = from; s < to; s++) {
      const i = row[s];
      inverse[s] = work[i];
      own -= values[s] * work[i];
      work[i] = 0;
      factorAt[i] = 0;
    }
    diagonal[k] = own;
  }
  return diagonal;
}
