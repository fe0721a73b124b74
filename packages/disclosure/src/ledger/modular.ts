/** A prime just below 2^26, so that products stay exact in a double. */
export const prime = 67_108_859;

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

/** A repeatable sequence of residues (xorshift32, Marsaglia 2003). */
export class Residues {
  private state: number;

  constructor(state: number) {
    this.state = state | 0 || 1;
  }

  next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) % prime;
  }

  /** Where the sequence stands, to continue it elsewhere. */
  get position(): number {
    return this.state;
  }
}
