const LIMIT = 2000;

/**
 * Preconditioned conjugate gradients (Hestenes and Stiefel 1952) for `width` right-hand sides at once, interleaved; each has
 * its own coefficients, so that they converge as if alone. Starts from x and overwrites it. Returns the number of steps.
 * `work` is four vectors of the full width to work in.
 */
export function conjugateGradients(
  multiply: (v: Float64Array, width: 1 | 4, out: Float64Array) => void,
  preconditioner: Float64Array,
  b: Float64Array,
  x: Float64Array,
  width: 1 | 4,
  tolerance: number,
  work: readonly Float64Array[],
): number {
  const n = preconditioner.length;
  const [r, z, d, q] = work.map((list) => list.subarray(0, n * width)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  multiply(x, width, r);
  for (let i = 0; i < r.length; i++) r[i] = (b[i] as number) - (r[i] as number);
  const goal = dots(b, b, width).map((square) => square * tolerance * tolerance);
  let rho = precondition(r, preconditioner, z, width);
  d.set(z);
  let left = dots(r, r, width);
  let step = 0;
  while (step < LIMIT && left.some((square, k) => square > (goal[k] as number))) {
    multiply(d, width, q);
    const curvature = dots(d, q, width);
    const alpha = rho.map((value, k) =>
      (curvature[k] as number) > 0 ? value / (curvature[k] as number) : 0,
    );
    advance(x, d, alpha, 1, width);
    advance(r, q, alpha, -1, width);
    const next = precondition(r, preconditioner, z, width);
    const beta = next.map((value, k) => ((rho[k] as number) > 0 ? value / (rho[k] as number) : 0));
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < width; k++) {
        const at = i * width + k;
        d[at] = (z[at] as number) + (beta[k] as number) * (d[at] as number);
      }
    }
    rho = next;
    left = dots(r, r, width);
    step++;
  }
  return step;
}

function dots(a: Float64Array, b: Float64Array, width: number): number[] {
  const sums = new Array<number>(width).fill(0);
  for (let k = 0; k < width; k++) {
    let sum = 0;
    for (let i = k; i < a.length; i += width) sum += (a[i] as number) * (b[i] as number);
    sums[k] = sum;
  }
  return sums;
}

/** z = r scaled by the preconditioner; returns r'z. */
function precondition(r: Float64Array, m: Float64Array, z: Float64Array, width: number): number[] {
  for (let i = 0; i < m.length; i++) {
    const scale = m[i] as number;
    for (let k = 0; k < width; k++) z[i * width + k] = scale * (r[i * width + k] as number);
  }
  return dots(r, z, width);
}

function advance(
  x: Float64Array,
  d: Float64Array,
  alpha: number[],
  sign: 1 | -1,
  width: number,
): void {
  for (let k = 0; k < width; k++) {
    const a = sign * (alpha[k] as number);
    for (let i = k; i < x.length; i += width) x[i] = (x[i] as number) + a * (d[i] as number);
  }
}
