/** A seeded source of chance: the same seed gives the same draws on every machine. */
export type Random = {
  /** Uniform in [0, 1), 32 bits. */
  uniform(): number;
  /** Whole number in [0, below). */
  integer(below: number): number;
  /** True with the given probability (0-1). */
  chance(probability: number): boolean;
  /** Normal draw (Box and Muller 1958). */
  normal(mean: number, deviation: number): number;
  /** One member, all equally likely. Throws on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** A new list in random order (Fisher and Yates, Durstenfeld 1964). */
  shuffle<T>(list: readonly T[]): T[];
  /** One value, in proportion to its weight (>= 0). Throws when no weight is positive. */
  weighted<T>(entries: readonly (readonly [value: T, weight: number])[]): T;
  /**
   * An independent stream for a named purpose. It depends on the seed and the label only, not on
   * how much was drawn before, so a change in one part of the sample leaves the others alone.
   */
  fork(label: string): Random;
};

/** 32-bit hash of a text (FNV-1a with the finaliser of MurmurHash3). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** Uniform 32-bit integers by xoshiro128** (Blackman and Vigna 2018). */
function wholeNumbers(seed: string): () => number {
  let a = hashText(`${seed}#a`);
  let b = hashText(`${seed}#b`);
  let c = hashText(`${seed}#c`);
  let d = hashText(`${seed}#d`) || 1;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function member<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError("Nothing to pick from");
  return list[index] as T;
}

function shuffled<T>(list: readonly T[], integer: (below: number) => number): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = integer(last + 1);
    const held = member(result, last);
    result[last] = member(result, other);
    result[other] = held;
  }
  return result;
}

function weightedPick<T>(entries: readonly (readonly [T, number])[], uniform: number): T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError("No entry has a positive weight");
  let left = uniform * total;
  let chosen: readonly [T, number] | undefined;
  for (const entry of entries) {
    if (entry[1] <= 0) continue;
    chosen = entry;
    left -= entry[1];
    if (left < 0) break;
  }
  return (chosen as readonly [T, number])[0];
}

/** Starts a stream from a seed. Not for secrets. */
export function createRandom(seed: number | string): Random {
  const draw = wholeNumbers(String(seed));
  const uniform = () => draw() / 2 ** 32;
  const integer = (below: number) => Math.floor(uniform() * below);
  return {
    uniform,
    integer,
    chance: (probability) => uniform() < probability,
    normal(mean, deviation) {
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      return mean + deviation * radius * Math.cos(2 * Math.PI * uniform());
    },
    pick: (list) => member(list, integer(list.length)),
    shuffle: (list) => shuffled(list, integer),
    weighted: (entries) => weightedPick(entries, uniform()),
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}
