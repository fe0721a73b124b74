import { completeRows } from "../data/complete-rows.ts";
import type { DataMatrix } from "../data/data-matrix.ts";
import type { Values } from "../data/values.ts";

/** Rows with the outcome and every predictor. Throws a RangeError when the two differ in length. */
export function completeCases(
  outcome: Values,
  predictors: DataMatrix,
): { y: Float64Array; x: DataMatrix } {
  const { rows, cols } = predictors;
  if (outcome.length !== rows) throw new RangeError("outcome and predictors differ in length");
  const joined = new Float64Array(rows * (cols + 1));
  for (let r = 0; r < rows; r++) {
    joined[r * (cols + 1)] = outcome[r];
    joined.set(predictors.values.subarray(r * cols, (r + 1) * cols), r * (cols + 1) + 1);
  }
  const complete = completeRows({ rows, cols: cols + 1, values: joined });
  const y = new Float64Array(complete.rows);
  const values = new Float64Array(complete.rows * cols);
  for (let r = 0; r < complete.rows; r++) {
    const from = r * (cols + 1);
    y[r] = complete.values[from];
    values.set(complete.values.subarray(from + 1, from + 1 + cols), r * cols);
  }
  return { y, x: { rows: complete.rows, cols, values } };
}
