import { seededRandom } from "../src/comments/shuffle.ts";

/** Seeded draws for making organisations. */
export type Chance = {
  /** A whole number from 0 to n - 1. */
  readonly below: (n: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(values: readonly T[]) => T;
};

/** Draws that depend on the seed alone. */
export function chance(seed: string): Chance {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  return {
    below,
    happens: (probability) => random() < probability,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError("There is nothing to pick from.");
      return value;
    },
  };
}

/** A scale of 1 to 5 as people use it: mostly the middle, or mostly the top. */
export function answer(draw: Chance, leaning: "middle" | "high"): number {
  return draw.pick(
    leaning === "middle" ? [1, 2, 2, 3, 3, 3, 3, 4, 4, 5] : [2, 3, 3, 4, 4, 4, 5, 5, 5, 5],
  );
}
