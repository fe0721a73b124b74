import { createHash, randomInt } from "node:crypto";

/**
 * Numbers from 0 up to 1. The only source of chance that decides what people see; tests and the sample pass their own.
 */
export type Chance = () => number;

const STEPS = 2 ** 47;

/** Nobody can foresee these, and nobody can draw them again. */
export const systemChance: Chance = () => randomInt(STEPS) / STEPS;

/** The same numbers each time for the same seed: what rests on it can be worked out by whoever knows the seed. */
export function unsafeSeededChance(seed: string): Chance {
  let drawn = 0;
  return () => {
    drawn += 1;
    const digest = createHash("sha256").update(`${seed} ${drawn}`).digest();
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
}
