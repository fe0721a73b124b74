/** A table of numbers, row-major; NaN marks a missing cell. Rows are usually raters or people, columns items. */
export interface DataMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly values: Float64Array;
}
