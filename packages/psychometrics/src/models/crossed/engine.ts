export type EngineName = "dense" | "sparse" | "iterative";

/**
 * Solves Henderson's mixed model equations M = [Z'WZ + L, Z'WX; X'WZ, X'WX] for given variance ratios L and gives what
 * REML needs of M's inverse. Vectors are laid out as in Layout.
 */
export interface Engine {
  readonly name: EngineName;
  /** Sets the ratios residual / factor variance, one per factor. False when M is not positive definite. */
  update(ratios: readonly number[]): boolean;
  /** `tolerance` is for engines that approach the solution, relative to the right-hand side. */
  solve(rhs: Float64Array, tolerance?: number): Float64Array;
  /** Trace of each factor's diagonal block of M's inverse. */
  traces(): number[];
  /** Diagonal of M's inverse for the random effects. */
  diagonal(): Float64Array;
  /** log |M|; null where only estimates are at hand. */
  logDeterminant(): number | null;
}
