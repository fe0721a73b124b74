const LIMIT = 2000;

type Columns = [number, number, number, number];

/**
 * Preconditioned conjugate gradients (Hestenes and Stiefel 1952) for `width` right-hand sides at once, interleaved; each has
 * its own coefficients, so that they converge as if alone. Starts from x and overwrites it; `work` is three vectors of the full
 * width. Returns b'x + x'(b - Sx) for each: b'S^-1 b, with an error that is the square of the solution's.
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
  for (let i = 0; i < r.length; i++) r[i] = (b[i] as number) - (r[i] as number);
  const goal = dots(b, b, width).map((square) => square * tolerance * tolerance);
  let rho = scaledSquares(r, preconditioner, width);
  d.fill(0);
  turn(d, r, preconditioner, [0, 0, 0, 0], width);
  for (let step = 0; step < LIMIT; step++) {
    if (dots(r, r, width).every((square, k) => square <= (goal[k] as number))) break;
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
  return found.map((value, k) => value + (missed[k] as number)) as Columns;
}

/** Zero where a column has converged to the last digit. */
function ratios(above: Columns, below: Columns): Columns {
  return above.map((value, k) => {
    const divisor = below[k] as number;
    return divisor > 0 ? value / divisor : 0;
  }) as Columns;
}

function dots(a: Float64Array, b: Float64Array, width: 1 | 4): Columns {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  if (width === 1) {
    for (let i = 0; i < a.length; i++) s0 += (a[i] as number) * (b[i] as number);
  } else {
    for (let i = 0; i < a.length; i += 4) {
      s0 += (a[i] as number) * (b[i] as number);
      s1 += (a[i + 1] as number) * (b[i + 1] as number);
      s2 += (a[i + 2] as number) * (b[i + 2] as number);
      s3 += (a[i + 3] as number) * (b[i + 3] as number);
    }
  }
  return [s0, s1, s2, s3];
}

/** r'Mr for the diagonal preconditioner M. */
function scaledSquares(r: Float64Array, m: Float64Array, width: 1 | 4): Columns {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < m.length; i++) {
    const scale = m[i] as number;
    if (width === 1) s0 += scale * (r[i] as number) ** 2;
    else {
      s0 += scale * (r[4 * i] as number) ** 2;
      s1 += scale * (r[4 * i + 1] as number) ** 2;
      s2 += scale * (r[4 * i + 2] as number) ** 2;
      s3 += scale * (r[4 * i + 3] as number) ** 2;
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
    const scale = m[i] as number;
    if (width === 1) d[i] = scale * (r[i] as number) + b0 * (d[i] as number);
    else {
      const at = 4 * i;
      d[at] = scale * (r[at] as number) + b0 * (d[at] as number);
      d[at + 1] = scale * (r[at + 1] as number) + b1 * (d[at + 1] as number);
      d[at + 2] = scale * (r[at + 2] as number) + b2 * (d[at + 2] as number);
      d[at + 3] = scale * (r[at + 3] as number) + b3 * (d[at + 3] as number);
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
    for (let i = 0; i < x.length; i++) x[i] = (x[i] as number) + sign * a0 * (d[i] as number);
    return;
  }
  for (let i = 0; i < x.length; i += 4) {
    x[i] = (x[i] as number) + sign * a0 * (d[i] as number);
    x[i + 1] = (x[i + 1] as number) + sign * a1 * (d[i + 1] as number);
    x[i + 2] = (x[i + 2] as number) + sign * a2 * (d[i + 2] as number);
    x[i + 3] = (x[i + 3] as number) + sign * a3 * (d[i + 3] as number);
  }
}
