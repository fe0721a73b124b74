const LIMIT = 2000;

type Columns = [number, number, number, number];

/**
 * Preconditioned conjugate gradients (Hestenes and Stiefel 1952) for `width` right-hand sides at once, interleaved;
 * each has its own coefficients, so that they converge as if alone. Starts from x and overwrites it; `work` is three
 * vectors of the full width. Returns b'x + x'(b - Sx) for each: b'S^-1 b, with an error that is the square of the
 * solution's.
 */
export function conjugateGradients(
  multiply: (v: Float64Array, width: 1 | 4, out: Float64Array) => void,
  preconditioner: Float64Array,
  b: Float64Array,
  x: Float64Array,
  width: 1 | 4,
  tolerance: number,
  work: readonly Float64Array[],
): Columns {
  const n = preconditioner.length;
  const [r, d, q] = work.map((list) => list.subarray(0, n * width)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  multiply(x, width, r);
  for (let i = 0; i < r.length; i++) r[i] = b[i] - r[i];
  const goal = dots(b, b, width).map((square) => square * tolerance * tolerance);
  let rho = scaledSquares(r, preconditioner, width);
  d.fill(0);
  turn(d, r, preconditioner, [0, 0, 0, 0], width);
  for (let step = 0; step < LIMIT; step++) {
    if (dots(r, r, width).every((square, k) => square <= goal[k])) break;
    multiply(d, width, q);
    const alpha = ratios(rho, dots(d, q, width));
    advance(x, d, alpha, 1, width);
    advance(r, q, alpha, -1, width);
    const next = scaledSquares(r, preconditioner, width);
    turn(d, r, preconditioner, ratios(next, rho), width);
    rho = next;
  }
  const found = dots(b, x, width);
  const missed = dots(x, r, width);
  return found.map((value, k) => value + missed[k]) as Columns;
}

/** Zero where a column has converged to the last digit. */
function ratios(above: Columns, below: Columns): Columns {
  return above.map((value, k) => {
    const divisor = below[k];
    return divisor > 0 ? value / divisor : 0;
  }) as Columns;
}

function dots(a: Float64Array, b: Float64Array, width: 1 | 4): Columns {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  if (width === 1) {
    for (let i = 0; i < a.length; i++) s0 += a[i] * b[i];
  } else {
    for (let i = 0; i < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
  }
  return [s0, s1, s2, s3];
}

/** r'Mr for the diagonal preconditioner M. */
function scaledSquares(r: Float64Array, m: Float64Array, width: 1 | 4): Columns {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < m.length; i++) {
    const scale = m[i];
    if (width === 1) s0 += scale * r[i] ** 2;
    else {
      s0 += scale * r[4 * i] ** 2;
      s1 += scale * r[4 * i + 1] ** 2;
      s2 += scale * r[4 * i + 2] ** 2;
      s3 += scale * r[4 * i + 3] ** 2;
    }
  }
  return [s0, s1, s2, s3];
}

/** The next direction: d = Mr + beta d. */
function turn(
  d: Float64Array,
  r: Float64Array,
  m: Float64Array,
  [b0, b1, b2, b3]: Columns,
  width: 1 | 4,
): void {
  for (let i = 0; i < m.length; i++) {
    const scale = m[i];
    if (width === 1) d[i] = scale * r[i] + b0 * d[i];
    else {
      const at = 4 * i;
      d[at] = scale * r[at] + b0 * d[at];
      d[at + 1] = scale * r[at + 1] + b1 * d[at + 1];
      d[at + 2] = scale * r[at + 2] + b2 * d[at + 2];
      d[at + 3] = scale * r[at + 3] + b3 * d[at + 3];
    }
  }
}

function advance(
  x: Float64Array,
  d: Float64Array,
  [a0, a1, a2, a3]: Columns,
  sign: 1 | -1,
  width: 1 | 4,
): void {
  if (width === 1) {
    for (let i = 0; i < x.length; i++) x[i] = x[i] + sign * a0 * d[i];
    return;
  }
  for (let i = 0; i < x.length; i += 4) {
    x[i] = x[i] + sign * a0 * d[i];
    x[i + 1] = x[i + 1] + sign * a1 * d[i + 1];
    x[i + 2] = x[i + 2] + sign * a2 * d[i + 2];
    x[i + 3] = x[i + 3] + sign * a3 * d[i + 3];
  }
}
