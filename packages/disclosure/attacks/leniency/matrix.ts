/** A dense matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

/** a times b. */
export function times(a: Matrix, b: Matrix): number[][] {
  const width = b[0]?.length ?? 0;
  return a.map((row) => {
    const sums = new Array<number>(width).fill(0);
    for (const [k, factor] of row.entries()) {
      if (factor === 0) continue;
      const other = b[k] ?? [];
      for (let j = 0; j < width; j++) sums[j] = (sums[j] ?? 0) + factor * (other[j] ?? 0);
    }
    return sums;
  });
}

/** Rows for columns. */
export function transposed(a: Matrix): number[][] {
  return Array.from({ length: a[0]?.length ?? 0 }, (_, j) => a.map((row) => row[j] ?? 0));
}

/** The inverse of a symmetric positive definite matrix (Gauss and Jordan, no pivoting needed). */
export function inverse(a: Matrix): number[][] {
  const n = a.length;
  const rows = a.map((row, i) => [
    ...row,
    ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)),
  ]);
  for (let at = 0; at < n; at++) {
    const lead = rows[at] ?? [];
    const scale = 1 / (lead[at] ?? 0);
    for (let j = 0; j < 2 * n; j++) lead[j] = (lead[j] ?? 0) * scale;
    for (const [other, row] of rows.entries()) {
      const factor = row[at] ?? 0;
      if (other === at || factor === 0) continue;
      for (let j = 0; j < 2 * n; j++) row[j] = (row[j] ?? 0) - factor * (lead[j] ?? 0);
    }
  }
  return rows.map((row) => row.slice(n));
}
