import { normalQuantile } from "../distributions/normal-quantile.ts";

/** Repeatable random numbers for bootstraps, permutations, probes and simulations. */
export interface SeededRandom {
  /** Uniform in (0, 1). */
  uniform(): number;
  /** Whole number from 0 to below n. */
  below(n: number): number;
  /** Standard normal. */
  normal(): number;
}

/** A generator that always gives the same sequence for a seed (sfc32 of PractRand; not for secrets). */
export function seededRandom(seed: number): SeededRandom {
  let a = seed | 0;
  let b = (seed / 4294967296) | 0;
  let c = 0x9e3779b9 | 0;
  let counter = 1;
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) next();
  const uniform = () => (next() * 2097152 + (next() >>> 11) + 0.5) / 9007199254740992;
  return {
    uniform,
    below: (n) => Math.floor(uniform() * n),
    normal: () => normalQuantile(uniform()),
  };
}
