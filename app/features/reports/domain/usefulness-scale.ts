/** How useful a cycle was, from 1 (not at all) to 5 (very). */
export const usefulnessScale = { low: 1, high: 5 } as const;

export const usefulnessRatings: readonly number[] = [1, 2, 3, 4, 5];

/** What HR may be shown: a mean with its 95 % interval, and how many gave each rating where they differ enough. */
export type UsefulnessFigures = {
  n: number;
  mean: number;
  interval: { low: number; high: number };
  /** From 1 to 5; null where they would give someone away. */
  counts: number[] | null;
};
