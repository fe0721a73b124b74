import { cholesky, choleskyInverse } from "../../linear/cholesky.ts";

type Matrix = number[][];

/**
 * Direct quartimin rotation (oblimin with gamma 0; Jennrich and Sampson 1966) by gradient projection (Jennrich 2002;
 * Bernaards and Jennrich 2005), from the unrotated start. Gives pattern loadings and factor correlations.
 */
export function oblimin(loadings: Matrix): { pattern: Matrix; phi: Matrix; converged: boolean } {
  const k = loadings[0]?.length ?? 0;
  let t: Matrix = Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (_c, j) => (i === j ? 1 : 0)),
  );
  let inverse = invert(t);
  let pattern = times(loadings, transpose(inverse));
  let now = quartimin(pattern);
  let step = 1;
  for (let iteration = 0; iteration < 2000; iteration++) {
    const gradient = scaled(transpose(times(times(transpose(pattern), now.gradient), inverse)), -1);
    const weights = columnSums(t, gradient);
    const projected = gradient.map((row, i) =>
      row.map((g, j) => g - (t[i]?.[j] ?? 0) * (weights[j] as number)),
    );
    const size = Math.sqrt(projected.flat().reduce((sum, g) => sum + g * g, 0));
    if (size < 1e-6) return { pattern, phi: times(transpose(t), t), converged: true };
    step *= 2;
    for (let tries = 0; tries < 20; tries++) {
      const moved = normalised(
        t.map((row, i) => row.map((v, j) => v - step * (projected[i]?.[j] ?? 0))),
      );
      const back = invert(moved);
      const tried = times(loadings, transpose(back));
      const value = quartimin(tried);
      if (value.value < now.value - 0.5 * size * size * step || tries === 19) {
        [t, inverse, pattern, now] = [moved, back, tried, value];
        break;
      }
      step /= 2;
    }
  }
  return { pattern, phi: times(transpose(t), t), converged: false };
}

/** Sum over pairs of factors of the products of squared loadings, a quarter of it, and its gradient. */
function quartimin(pattern: Matrix): { value: number; gradient: Matrix } {
  let value = 0;
  const gradient = pattern.map((row) => {
    const total = row.reduce((sum, l) => sum + l * l, 0);
    return row.map((l) => {
      value += (l * l * (total - l * l)) / 4;
      return l * (total - l * l);
    });
  });
  return { value, gradient };
}

function transpose(a: Matrix): Matrix {
  return (a[0] ?? []).map((_, j) => a.map((row) => row[j]));
}

function times(a: Matrix, b: Matrix): Matrix {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => row.reduce((sum, v, i) => sum + v * column[i], 0)));
}

function scaled(a: Matrix, factor: number): Matrix {
  return a.map((row) => row.map((v) => factor * v));
}

function columnSums(a: Matrix, b: Matrix): number[] {
  return (a[0] ?? []).map((_, j) =>
    a.reduce((sum, row, i) => sum + (row[j] as number) * (b[i]?.[j] ?? 0), 0),
  );
}

function normalised(a: Matrix): Matrix {
  const lengths = columnSums(a, a).map(Math.sqrt);
  return a.map((row) => row.map((v, j) => v / lengths[j]));
}

/** Inverse by the normal equations, fine for the near-orthogonal matrices met here. */
function invert(a: Matrix): Matrix {
  const n = a.length;
  const product = Float64Array.from(times(transpose(a), a).flat());
  const factor = cholesky(product, n);
  if (factor === null) throw new RangeError("rotation became singular");
  const flat = choleskyInverse(factor, n);
  const inverse = Array.from({ length: n }, (_, i) => Array.from(flat.subarray(i * n, i * n + n)));
  return times(inverse, transpose(a));
}
