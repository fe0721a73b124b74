import type { DataMatrix } from "./data-matrix.ts";
import type { Values } from "./values.ts";

/**
 * A DataMatrix from a list of rows. null, undefined and NaN become missing.
 * An empty list gives a 0 x 0 matrix. Throws a RangeError when rows differ in length.
 */
export function matrixOf(
  rows: ReadonlyArray<Values | ReadonlyArray<number | null | undefined>>,
): DataMatrix {
  const cols = rows[0]?.length ?? 0;
  const values = new Float64Array(rows.length * cols);
  rows.forEach((row, r) => {
    if (row.length !== cols) {
      throw new RangeError(`row ${r} has ${row.length} values where the first has ${cols}`);
    }
    for (let c = 0; c < cols; c++) values[r * cols + c] = row[c] ?? Number.NaN;
  });
  return { rows: rows.length, cols, values };
}
