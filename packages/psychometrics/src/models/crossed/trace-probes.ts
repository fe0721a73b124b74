import { seededRandom } from "../../data/seeded-random.ts";
import type { Cells, Layout } from "./cells.ts";
import { conjugateGradients } from "./conjugate-gradients.ts";
import type { Elimination } from "./eliminate.ts";
import type { RemainingProduct } from "./remaining-product.ts";

/** `known` is the first-order diagonal of the whole inverse. */
export type Tracer = (
  product: RemainingProduct,
  preconditioner: Float64Array,
  known: Float64Array,
) => number;

/**
 * For each factor, a function estimating the trace of its block of the inverse: Hutchinson's (1990) z'Az over fixed random signs z, with the
 * mean direction taken exactly, and only for what the inverse's first terms leave, whose own traces are known.
 */
export function tracersOf(
  cells: Cells,
  layout: Layout,
  system: Elimination,
  { seed, probes }: { seed: number; probes?: number },
): Tracer[] {
  const random = seededRandom(seed);
  return cells.sizes.map((size, f) => {
    const count = probes ?? probesFor(size);
    const offset = layout.offsets[f] as number;
    const sides = Array.from({ length: count }, () =>
      centredSigns(size, () => random.uniform() < 0.5),
    );
    sides.push(new Float64Array(size).fill(1));
    while (sides.length % 4 !== 0) sides.push(new Float64Array(size));
    const starts = Array.from(
      { length: sides.length / 4 },
      () => new Float64Array(4 * system.rest),
    );
    const eliminated = offset === system.eliminatedAt;
    return (product, preconditioner, known) => {
      const left = starts.flatMap((x, g) => {
        const b = rightHandSides(system, sides.slice(4 * g, 4 * g + 4), offset, layout.length);
        conjugateGradients(product.multiply, preconditioner, b, x, 4, 1e-5, product.work);
        return remainders(product, preconditioner, b, x, eliminated);
      });
      const signs = left.slice(0, count).reduce((a, b) => a + b, 0) / count;
      const first = known.subarray(offset, offset + size).reduce((a, b) => a + b, 0);
      return first + signs + (left[count] as number) / size;
    };
  });
}

/** Enough for the noise to stay well below sampling error: its size goes with 1 / sqrt(levels x probes). */
function probesFor(size: number): number {
  return size >= 50000 ? 3 : size >= 10000 ? 7 : 15;
}

function centredSigns(size: number, coin: () => boolean): Float64Array {
  const z = Float64Array.from({ length: size }, () => (coin() ? 1 : -1));
  const mean = z.reduce((a, b) => a + b, 0) / size;
  return z.map((v) => v - mean);
}

/** Four vectors within one factor's block, brought to what remains and interleaved. */
function rightHandSides(
  system: Elimination,
  sides: Float64Array[],
  offset: number,
  length: number,
): Float64Array {
  const b = new Float64Array(4 * system.rest);
  const full = new Float64Array(length);
  for (const [k, side] of sides.entries()) {
    full.set(side, offset);
    const reduced = system.reduce(full);
    for (let i = 0; i < reduced.length; i++) b[4 * i + k] = reduced[i] as number;
  }
  return b;
}

/**
 * b'S^-1 b less its first terms: b'D^-1 b for an eliminated factor; for a remaining one also b'D^-1 (D - S) D^-1 b, which over random
 * signs averages to nothing.
 */
function remainders(
  product: RemainingProduct,
  inverse: Float64Array,
  b: Float64Array,
  x: Float64Array,
  eliminated: boolean,
): number[] {
  const v = b.map((value, at) => value * (inverse[at >> 2] as number));
  const sv = new Float64Array(b.length);
  if (!eliminated) product.multiply(v, 4, sv);
  const sums = [0, 0, 0, 0];
  const share = eliminated ? 1 : 2;
  for (let at = 0; at < b.length; at++) {
    const first = share * (v[at] as number);
    const term =
      (b[at] as number) * ((x[at] as number) - first) + (v[at] as number) * (sv[at] as number);
    sums[at & 3] = (sums[at & 3] as number) + term;
  }
  return sums;
}
