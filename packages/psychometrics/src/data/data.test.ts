import { expect, test } from "vitest";
import { column } from "./column.ts";
import { completeRows } from "./complete-rows.ts";
import { matrixOf } from "./matrix-of.ts";
import { row } from "./row.ts";

test("a matrix is built row by row, with gaps as NaN", () => {
  const matrix = matrixOf([
    [1, null, 3],
    [4, 5, undefined],
    [7, 8, 9],
  ]);
  expect(matrix).toMatchObject({ rows: 3, cols: 3 });
  expect([...column(matrix, 1)]).toEqual([Number.NaN, 5, 8]);
  expect([...row(matrix, 1)]).toEqual([4, 5, Number.NaN]);
  expect(completeRows(matrix)).toEqual(matrixOf([[7, 8, 9]]));
  expect(completeRows(matrixOf([[1]]))).toEqual(matrixOf([[1]]));
});

test("ragged rows and absent columns are errors, no rows are an empty matrix", () => {
  expect(() => matrixOf([[1, 2], [3]])).toThrow(RangeError);
  expect(() => column(matrixOf([[1]]), 1)).toThrow(RangeError);
  expect(() => row(matrixOf([[1]]), -1)).toThrow(RangeError);
  expect(matrixOf([])).toEqual({ rows: 0, cols: 0, values: new Float64Array(0) });
});
