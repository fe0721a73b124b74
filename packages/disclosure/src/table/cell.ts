/**
 * People who answered, and the sum of their answers; how many gave each point of the scale, from low to high, where
 * that matters.
 */
export type Cell = {
  readonly n: number;
  readonly sum: number;
  readonly counts?: readonly number[];
};

/** People in each cell, by row and column. */
export type Weights = readonly (readonly number[])[];
