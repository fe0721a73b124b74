/** A prime just below 2^26, so that products stay exact in a double. */
export const prime = 67_108_859;

const reciprocal = 1 / prime;

/** a - b modulo the prime. */
export const minus = (a: number, b: number): number => (a >= b ? a - b : a - b + prime);

/** a + b modulo the prime. */
export const plus = (a: number, b: number): number => (a + b >= prime ? a + b - prime : a + b);

/** a * b modulo the prime. */
export const times = (a: number, b: number): number => (a * b) % prime;

/** The inverse of a modulo the prime, by Fermat's little theorem. a must not be 0. */
export function inverse(a: number): number {
  let result = 1;
  let base = a;
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = times(result, base);
    base = times(base, base);
  }
  return result;
}

/** Subtracts `factor` times `row` from `target`, in place, over the first `length` entries. */
export function subtractMultiple(
  target: Float64Array | Int32Array,
  row: Int32Array,
  factor: number,
  length: number,
): void {
  const add = prime - factor;
  for (let at = 0; at < length; at++) {
    const entry = row[at] as number;
    if (entry === 0) continue;
    const value = (target[at] as number) + add * entry;
    let rest = value - Math.floor(value * reciprocal) * prime;
    // The quotient may be one off either way.
    if (rest < 0) rest += prime;
    else if (rest >= prime) rest -= prime;
    target[at] = rest;
  }
}

/** A repeatable sequence of residues (xorshift32, Marsaglia 2003). */
export function residues(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % prime;
  };
}
