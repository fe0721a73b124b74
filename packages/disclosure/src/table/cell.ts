/** People who answered, and the sum of their answers. */
export type Cell = { readonly n: number; readonly sum: number };

/** People in each cell, by row and column. */
export type Weights = readonly (readonly number[])[];
