import { seededRandom } from "../../data/seeded-random.ts";
import type { Cells, Layout } from "./cells.ts";
import { conjugateGradients } from "./conjugate-gradients.ts";
import { type Elimination, eliminate } from "./eliminate.ts";
import type { Engine } from "./engine.ts";
import { remainingProduct } from "./remaining-product.ts";

const LIMIT = 2000;

/**
 * Preconditioned conjugate gradients on what remains after eliminating the largest factor. Traces come from fixed random signs
 * (Hutchinson 1990) with the mean direction taken exactly; every solve starts from its last solution. Time and memory are
 * linear in the cells.
 */
export function iterativeEngine(
  cells: Cells,
  layout: Layout,
  options: { seed: number; probes?: number },
): Engine {
  const system = eliminate(cells, layout);
  const product = remainingProduct(system);
  const { rest } = system;
  const tracers = tracersOf(cells, layout, system, options);
  let preconditioner = new Float64Array(rest);
  // Right-hand sides come in the same order every time, so the last solution of each is a good start.
  const starts: Float64Array[] = [];
  let asked = 0;
  return {
    name: "iterative",
    update(ratios) {
      system.setRatios(ratios);
      const diagonal = product.diagonal();
      preconditioner = diagonal.map((d) => 1 / d);
      asked = 0;
      return diagonal.every((d) => d > 0);
    },
    solve(rhs, tolerance = 1e-9) {
      const b = system.reduce(rhs);
      const x = starts[asked] ?? new Float64Array(rest);
      starts[asked++] = x;
      conjugateGradients(product.multiply, preconditioner, b, x, 1, tolerance, LIMIT);
      return system.expand(rhs, x);
    },
    logDeterminant: () => null,
    traces: () => tracers.map((tracer) => tracer(product, preconditioner)),
    diagonal() {
      const diagonal = oneStep(system, preconditioner, layout);
      tracers.forEach((tracer, f) => {
        const from = layout.offsets[f] as number;
        const own = diagonal.subarray(from, from + (cells.sizes[f] as number));
        const scale = tracer(product, preconditioner) / own.reduce((a, b) => a + b, 0);
        for (let i = 0; i < own.length; i++) own[i] = (own[i] as number) * scale;
      });
      return diagonal;
    },
  };
}

type Tracer = (
  product: ReturnType<typeof remainingProduct>,
  preconditioner: Float64Array,
) => number;

/** For each factor, a function estimating the trace of its block of the inverse. */
function tracersOf(
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
    return (product, preconditioner) => {
      const forms = starts.flatMap((x, g) =>
        quadraticForms(
          system,
          product,
          preconditioner,
          sides.slice(4 * g, 4 * g + 4),
          offset,
          x,
          layout.length,
        ),
      );
      const signs = forms.slice(0, count).reduce((a, b) => a + b, 0) / count;
      return signs + (forms[count] as number) / size;
    };
  });
}

/** Enough for the noise to stay well below sampling error: its size goes with 1 / sqrt(levels x probes). */
function probesFor(size: number): number {
  return size >= 20000 ? 3 : size >= 4000 ? 7 : 15;
}

function centredSigns(size: number, coin: () => boolean): Float64Array {
  const z = Float64Array.from({ length: size }, () => (coin() ? 1 : -1));
  const mean = z.reduce((a, b) => a + b, 0) / size;
  return z.map((v) => v - mean);
}

/** z'M^-1 z for four vectors within one factor's block. */
function quadraticForms(
  system: Elimination,
  product: ReturnType<typeof remainingProduct>,
  preconditioner: Float64Array,
  sides: Float64Array[],
  offset: number,
  x: Float64Array,
  length: number,
): number[] {
  const b = new Float64Array(x.length);
  const full = sides.map((side, k) => {
    const rhs = new Float64Array(length);
    rhs.set(side, offset);
    const reduced = system.reduce(rhs);
    for (let i = 0; i < reduced.length; i++) b[4 * i + k] = reduced[i] as number;
    return rhs;
  });
  conjugateGradients(product.multiply, preconditioner, b, x, 4, 1e-5, LIMIT);
  return full.map((rhs, k) => {
    const remaining = Float64Array.from({ length: x.length / 4 }, (_, i) => x[4 * i + k] as number);
    const solution = system.expand(rhs, remaining);
    return (sides[k] as Float64Array).reduce(
      (sum, z, i) => sum + z * (solution[offset + i] as number),
      0,
    );
  });
}

/** Diagonal of the inverse to first order: each remaining unknown alone, and eliminated ones through them. */
function oneStep(system: Elimination, inverseDiagonal: Float64Array, layout: Layout): Float64Array {
  const result = new Float64Array(layout.random);
  for (let i = 0; i < system.rest; i++) {
    const at = system.position(i);
    if (at < layout.random) result[at] = inverseDiagonal[i] as number;
  }
  const { start, column, weight, pivot, eliminatedAt } = system;
  for (let level = 0; level < pivot.length; level++) {
    const d = pivot[level] as number;
    let sum = 1 / d;
    for (let s = start[level] as number; s < (start[level + 1] as number); s++) {
      const at = column[s] as number;
      if (system.position(at) < layout.random) {
        sum += ((weight[s] as number) / d) ** 2 * (inverseDiagonal[at] as number);
      }
    }
    result[eliminatedAt + level] = sum;
  }
  return result;
}
