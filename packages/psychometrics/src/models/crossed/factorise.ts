/**
 * Lower Cholesky factor in place of the lower triangle of an m x m row-major matrix, by inner products of rows in tiles
 * of 4 x 4, which is what a compiler of JavaScript keeps in registers. False when a pivot is not positive.
 */
export function factorise(a: Float64Array, m: number): boolean {
  for (let j = 0; j < m; j += 4) {
    const width = Math.min(4, m - j);
    if (!corner(a, m, j, width)) return false;
    let i = j + 4;
    if (width === 4) for (; i + 3 < m; i += 4) tile(a, m, i, j);
    for (; i < m; i++) single(a, m, i, j, width);
  }
  return true;
}

/** Rows and columns j .. j + width - 1. */
function corner(a: Float64Array, m: number, j: number, width: number): boolean {
  for (let r = j; r < j + width; r++) {
    for (let c = j; c <= r; c++) {
      let sum = a[r * m + c];
      for (let k = 0; k < c; k++) sum -= a[r * m + k] * a[c * m + k];
      if (r === c) {
        if (!(sum > 0)) return false;
        a[r * m + r] = Math.sqrt(sum);
      } else a[r * m + c] = sum / a[c * m + c];
    }
  }
  return true;
}

function single(a: Float64Array, m: number, i: number, j: number, width: number): void {
  for (let c = j; c < j + width; c++) {
    let sum = a[i * m + c];
    for (let k = 0; k < c; k++) sum -= a[i * m + k] * a[c * m + k];
    a[i * m + c] = sum / a[c * m + c];
  }
}

function tile(a: Float64Array, m: number, i: number, j: number): void {
  products(a, a, m, i, j, 0, j, scratch);
  for (let r = 0; r < 4; r++) {
    const row = (i + r) * m;
    for (let c = 0; c < 4; c++) {
      let sum = a[row + j + c] - scratch[r * 4 + c];
      for (let k = 0; k < c; k++) {
        sum -= a[row + j + k] * a[(j + c) * m + j + k];
      }
      a[row + j + c] = sum / a[(j + c) * m + j + c];
    }
  }
}

const scratch = new Float64Array(16);

/** out[r, c] = sum over k in [from, to) of a[i + r, k] b[j + c, k], for r, c in 0 .. 3. */
export function products(
  a: Float64Array,
  b: Float64Array,
  m: number,
  i: number,
  j: number,
  from: number,
  to: number,
  out: Float64Array,
): void {
  let [p00, p01, p02, p03, p10, p11, p12, p13] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [p20, p21, p22, p23, p30, p31, p32, p33] = [0, 0, 0, 0, 0, 0, 0, 0];
  const i0 = i * m;
  const i1 = i0 + m;
  const i2 = i1 + m;
  const i3 = i2 + m;
  const j0 = j * m;
  const j1 = j0 + m;
  const j2 = j1 + m;
  const j3 = j2 + m;
  for (let k = from; k < to; k++) {
    const b0 = b[j0 + k];
    const b1 = b[j1 + k];
    const b2 = b[j2 + k];
    const b3 = b[j3 + k];
    const a0 = a[i0 + k];
    p00 += a0 * b0;
    p01 += a0 * b1;
    p02 += a0 * b2;
    p03 += a0 * b3;
    const a1 = a[i1 + k];
    p10 += a1 * b0;
    p11 += a1 * b1;
    p12 += a1 * b2;
    p13 += a1 * b3;
    const a2 = a[i2 + k];
    p20 += a2 * b0;
    p21 += a2 * b1;
    p22 += a2 * b2;
    p23 += a2 * b3;
    const a3 = a[i3 + k];
    p30 += a3 * b0;
    p31 += a3 * b1;
    p32 += a3 * b2;
    p33 += a3 * b3;
  }
  out[0] = p00;
  out[1] = p01;
  out[2] = p02;
  out[3] = p03;
  out[4] = p10;
  out[5] = p11;
  out[6] = p12;
  out[7] = p13;
  out[8] = p20;
  out[9] = p21;
  out[10] = p22;
  out[11] = p23;
  out[12] = p30;
  out[13] = p31;
  out[14] = p32;
  out[15] = p33;
}
