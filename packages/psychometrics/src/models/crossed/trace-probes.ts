import { type SeededRandom, seededRandom } from "../../data/seeded-random.ts";
import type { Cells, Layout } from "./cells.ts";
import { conjugateGradients } from "./conjugate-gradients.ts";
import type { Elimination } from "./eliminate.ts";
import type { RemainingProduct } from "./remaining-product.ts";

export interface ProbeOptions {
  seed: number;
  /** Random vectors a factor; chosen by its size unless told. */
  probes?: number;
  /** Of the residual, relative to the right-hand side; traces are off by about its square. */
  tolerance?: number;
}

/**
 * Estimates of each factor's trace of its block of the inverse; `known` is the first-order diagonal of the whole
 * inverse.
 */
export type Tracer = (
  product: RemainingProduct,
  preconditioner: Float64Array,
  known: Float64Array,
) => number[];

/** A vector within one factor's block: random signs, or all ones for the mean's direction. */
interface Side {
  factor: number;
  values: Int8Array;
  /** Its own mean, to be taken out where the mean's direction is a side of its own. */
  mean: number;
  share: number;
}

/**
 * Hutchinson's (1990) z'Az over fixed random signs z, only for what the inverse's first terms leave, whose own traces
 * are known. In a small factor the direction of the mean is taken exactly; in a large one it is no more than any other.
 */
export function tracerOf(
  cells: Cells,
  layout: Layout,
  system: Elimination,
  { seed, probes, tolerance = 3e-4 }: ProbeOptions,
): Tracer {
  const random = seededRandom(seed);
  const sides = cells.sizes.flatMap((size, factor) => sidesOf(factor, size, probes, random));
  const groups = Array.from({ length: Math.ceil(sides.length / 4) }, (_, g) =>
    sides.slice(4 * g, 4 * g + 4),
  );
  const starts = groups.map(() => new Float64Array(4 * system.rest));
  const b = new Float64Array(4 * system.rest);
  return (product, preconditioner, known) => {
    const traces = cells.sizes.map((size, f) => {
      const from = layout.offsets[f];
      return known.subarray(from, from + size).reduce((sum, v) => sum + v, 0);
    });
    groups.forEach((group, g) => {
      b.fill(0);
      for (const [k, side] of group.entries())
        addSide(system, side, layout.offsets[side.factor], b, k);
      const x = starts[g] as Float64Array;
      const { multiply, work } = product;
      const whole = conjugateGradients(multiply, preconditioner, b, x, 4, tolerance, work);
      const first = firstTerms(product, preconditioner, b);
      for (const [k, { factor, share }] of group.entries()) {
        // An eliminated factor's own first term is the only one that signs don't average away.
        const eliminated = layout.offsets[factor] === system.eliminatedAt;
        const [own, coupled] = first[k] as [number, number];
        const left = whole[k] - (eliminated ? own : 2 * own - coupled);
        traces[factor] = traces[factor] + share * left;
      }
    });
    return traces;
  };
}

/** Levels from which the mean's direction is left to chance. */
const LARGE = 10_000;

function sidesOf(
  factor: number,
  size: number,
  wanted: number | undefined,
  random: SeededRandom,
): Side[] {
  const count = wanted ?? probesFor(size);
  const large = size >= LARGE;
  const signs = Array.from({ length: count }, (): Side => {
    const values = Int8Array.from({ length: size }, () => (random.uniform() < 0.5 ? 1 : -1));
    const mean = large ? 0 : values.reduce((sum, v) => sum + v, 0) / size;
    return { factor, values, mean, share: 1 / count };
  });
  if (large) return signs;
  return [...signs, { factor, values: new Int8Array(size).fill(1), mean: 0, share: 1 / size }];
}

/**
 * Enough for the noise to stay well below sampling error: both shrink with the root of the levels, the noise with that
 * of the probes too.
 */
function probesFor(size: number): number {
  return size >= 200_000 ? 2 : size >= 50_000 ? 4 : size >= LARGE ? 8 : 15;
}

/** Column k of four interleaved right-hand sides: the side, brought to what remains. */
function addSide(
  { eliminatedAt, pivot, start, column, weight }: Elimination,
  { values, mean }: Side,
  offset: number,
  b: Float64Array,
  k: number,
): void {
  if (offset !== eliminatedAt) {
    const from = offset < eliminatedAt ? offset : offset - pivot.length;
    for (let i = 0; i < values.length; i++) b[4 * (from + i) + k] = values[i] - mean;
    return;
  }
  for (let level = 0; level < pivot.length; level++) {
    const scaled = (values[level] - mean) / pivot[level];
    for (let s = start[level]; s < start[level + 1]; s++) {
      const at = 4 * column[s] + k;
      b[at] = b[at] - scaled * weight[s];
    }
  }
}

/** b'D^-1 b and b'D^-1 S D^-1 b for each of the four, D the diagonal of S. */
function firstTerms(
  { multiply, work }: RemainingProduct,
  inverse: Float64Array,
  b: Float64Array,
): [number, number][] {
  const [v, sv] = work as [Float64Array, Float64Array];
  for (let at = 0; at < b.length; at++) v[at] = b[at] * inverse[at >> 2];
  multiply(v, 4, sv);
  const sums = [0, 1, 2, 3].map((): [number, number] => [0, 0]);
  for (let at = 0; at < b.length; at++) {
    const pair = sums[at & 3] as [number, number];
    pair[0] += b[at] * v[at];
    pair[1] += v[at] * sv[at];
  }
  return sums;
}
