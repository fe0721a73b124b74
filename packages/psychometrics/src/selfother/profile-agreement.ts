import type { Values } from "../data/values.ts";

export interface ProfileAgreement {
  /** Competencies rated on both sides. */
  n: number;
  /** Shape: correlation of the two profiles; null when either is flat. */
  r: number | null;
  /** Mean of self less others over the profile. */
  level: number;
  /** Sum of squared differences (Cronbach and Gleser 1953), and its root mean, in scale points. */
  d2: number;
  rms: number;
}

/**
 * How far two profiles over the same competencies agree in shape (r) and in level (D2). Pairs with a gap are
 * left out; null below two pairs. Throws a RangeError when the lists differ in length.
 */
export function profileAgreement(self: Values, others: Values): ProfileAgreement | null {
  if (self.length !== others.length) throw new RangeError("the two profiles differ in length");
  const pairs: [number, number][] = [];
  for (let i = 0; i < self.length; i++) {
    const pair: [number, number] = [self[i], others[i]];
    if (pair.every(Number.isFinite)) pairs.push(pair);
  }
  const n = pairs.length;
  if (n < 2) return null;
  const mean = (k: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[k], 0) / n;
  const [ms, mo] = [mean(0), mean(1)];
  let [ss, oo, so, d2] = [0, 0, 0, 0];
  for (const [s, o] of pairs) {
    ss += (s - ms) ** 2;
    oo += (o - mo) ** 2;
    so += (s - ms) * (o - mo);
    d2 += (s - o) ** 2;
  }
  const r = ss > 0 && oo > 0 ? Math.max(-1, Math.min(1, so / Math.sqrt(ss * oo))) : null;
  return { n, r, level: ms - mo, d2, rms: Math.sqrt(d2 / n) };
}
