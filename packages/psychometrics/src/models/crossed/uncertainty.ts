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

/**
 * Conditional variances of the random effects, in units of the residual, with the fixed effects taken as known: the diagonal of the
 * inverse less what the fixed effects' own uncertainty adds to it.
 */
export function conditionalVariances(
  engine: Engine,
  layout: Layout,
  { columns }: FixedCovariance,
): Float64Array {
  const p = columns.length;
  const block = Float64Array.from(
    { length: p * p },
    (_, at) => (columns[at % p] as Float64Array)[layout.random + Math.floor(at / p)] as number,
  );
  const factor = cholesky(block, p);
  const diagonal = engine.diagonal();
  if (factor === null) return diagonal;
  return diagonal.map((own, i) => {
    const row = columns.map((column) => column[i] as number);
    const solved = choleskySolve(factor, p, row);
    return own - row.reduce((sum, v, k) => sum + v * (solved[k] as number), 0);
  });
}
