/** People who answered, and the sum of their answers. */
export type Cell = { readonly n: number; readonly sum: number };
