/** A pseudo-random generator on [0, 1) from a text seed (xmur3 into mulberry32, both public domain). */
export function seededRandom(seed: string): () => number {
  let h = 1779033703 ^ seed.length;
  for (let i = 0; i < seed.length; i++) {
    h = Math.imul(h ^ seed.charCodeAt(i), 3432918353);
    h = (h << 13) | (h >>> 19);
  }
  h = Math.imul(h ^ (h >>> 16), 2246822507);
  let state = Math.imul(h ^ (h >>> 13), 3266489909) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The values in an order that depends on the seed alone (Fisher and Yates 1938, Durstenfeld 1964). */
export function shuffle<T>(values: readonly T[], seed: string): T[] {
  const result = [...values];
  const random = seededRandom(seed);
  for (let last = result.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    const swap = result[last] as T;
    result[last] = result[at] as T;
    result[at] = swap;
  }
  return result;
}
