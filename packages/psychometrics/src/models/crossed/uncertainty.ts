import { cholesky, choleskySolve } from "../../linear/cholesky.ts";
import type { Layout } from "./cells.ts";
import type { Engine } from "./engine.ts";

export interface FixedCovariance {
  /** Columns of M's inverse that belong to the fixed effects, whole. */
  columns: Float64Array[];
}

/** Solves for each fixed effect's column of the inverse. */
export function fixedCovariance(engine: Engine, layout: Layout, p: number): FixedCovariance {
  const columns = Array.from({ length: p }, (_, k) => {
    const unit = new Float64Array(layout.length);
    unit[layout.random + k] = 1;
    return engine.solve(unit);
  });
  return { columns };
}

/** The block of the inverse that belongs to the fixed effects, p x p. */
export function fixedBlock({ columns }: FixedCovariance, layout: Layout): Float64Array {
  const p = columns.length;
  return Float64Array.from(
    { length: p * p },
    (_, at) => (columns[at % p] as Float64Array)[layout.random + Math.floor(at / p)],
  );
}

/**
 * What the fixed effects' own uncertainty adds to the diagonal of the inverse, by random effect; `factor` is Cholesky's
 * of their block.
 */
export function fixedShares(
  { columns }: FixedCovariance,
  factor: Float64Array,
  layout: Layout,
): Float64Array {
  const p = columns.length;
  return Float64Array.from({ length: layout.random }, (_, i) => {
    const row = columns.map((column) => column[i]);
    const solved = choleskySolve(factor, p, row);
    return row.reduce((sum, v, k) => sum + v * solved[k], 0);
  });
}

/**
 * Conditional variances of the random effects, in units of the residual, with the fixed effects taken as known: the
 * diagonal of the inverse less what the fixed effects' own uncertainty adds to it.
 */
export function conditionalVariances(
  engine: Engine,
  layout: Layout,
  fixed: FixedCovariance,
): Float64Array {
  const factor = cholesky(fixedBlock(fixed, layout), fixed.columns.length);
  const diagonal = engine.diagonal();
  if (factor === null) return diagonal;
  const shares = fixedShares(fixed, factor, layout);
  return diagonal.map((own, i) => own - shares[i]);
}
