/** Ratings collapsed to cells: one per combination of ratee, rater, further factors and fixed-effect values. */
export interface Cells {
  count: number;
  /** Level of each factor by cell; ratee first, rater second. */
  factors: Int32Array[];
  /** Number of levels of each factor. */
  sizes: number[];
  /** Sum of weights, and of weight times (value - centre), by cell. */
  weight: Float64Array;
  sum: Float64Array;
  /** Ratings in each cell. */
  counts: Float64Array;
  /** Fixed effects by cell, count x p row-major, first column 1; null when there is only the intercept. */
  x: Float64Array | null;
  p: number;
  /** Ratings behind the cells; what was subtracted from every value; total of weight x squared centred value. */
  ratings: number;
  centre: number;
  squares: number;
  /** Total of the weights. */
  weightSum: number;
  /** Sum of log weights. */
  logWeights: number;
  /** Original ids by level, for each factor. */
  ids: (string | number)[][];
}

/**
 * Whether weights and their sums are whole numbers that single precision, at half the room, holds exactly: counts of
 * ratings.
 */
export function inSinglePrecision({ x, weight, weightSum }: Cells): boolean {
  return x === null && weightSum < 2 ** 24 && weight.every(Number.isInteger);
}

/** Where each factor's levels and the fixed effects lie in a solution vector. */
export interface Layout {
  offsets: number[];
  /** Random effects in all, then p fixed ones follow. */
  random: number;
  length: number;
}

export function layoutOf(cells: Cells): Layout {
  const offsets: number[] = [];
  let random = 0;
  for (const size of cells.sizes) {
    offsets.push(random);
    random += size;
  }
  return { offsets, random, length: random + cells.p };
}

/** [Z X]' times a quantity given by cell (already weighted). */
export function gather(cells: Cells, layout: Layout, byCell: Float64Array): Float64Array {
  const out = new Float64Array(layout.length);
  cells.factors.forEach((levels, f) => {
    const offset = layout.offsets[f];
    for (let c = 0; c < cells.count; c++) {
      const at = offset + levels[c];
      out[at] = out[at] + byCell[c];
    }
  });
  const { x, p } = cells;
  for (let c = 0; c < cells.count; c++) {
    for (let k = 0; k < p; k++) {
      const at = layout.random + k;
      out[at] = out[at] + (x === null ? 1 : x[c * p + k]) * byCell[c];
    }
  }
  return out;
}
