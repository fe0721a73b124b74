/** A person, or a group that nothing published divides (such as a cell of a table). */
export type Unit = { readonly id: string; readonly people: number };

/** A published total: the sum of all answers of these units (mean times n, unrounded, a whole number). */
export type Statement = { readonly over: readonly string[]; readonly sum: number };

/** Between what the mean answer of a unit must lie. */
export type Bounds = { readonly unit: string; readonly low: number; readonly high: number };
