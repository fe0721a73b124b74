export interface Components {
  ratee: number;
  rater: number;
  residual: number;
}

/** Largest difference of a component, relative to the second list's. */
export function largestDifference(a: Components, b: Components): number {
  return (["ratee", "rater", "residual"] as const).reduce(
    (most, name) => Math.max(most, Math.abs(a[name] / b[name] - 1)),
    0,
  );
}
