import type { Cells, Layout } from "./cells.ts";
import { conjugateGradients } from "./conjugate-gradients.ts";
import { eliminate } from "./eliminate.ts";
import type { Engine } from "./engine.ts";
import { firstOrder } from "./first-order.ts";
import { remainingProduct } from "./remaining-product.ts";
import { tracersOf } from "./trace-probes.ts";

/**
 * Preconditioned conjugate gradients on what remains after eliminating the largest factor, with traces from fixed random signs. Every
 * solve starts from its last solution. Time and memory are linear in the cells.
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
      conjugateGradients(product.multiply, preconditioner, b, x, 1, tolerance, product.work);
      return system.expand(rhs, x);
    },
    logDeterminant: () => null,
    traces() {
      const known = firstOrder(system, preconditioner, layout);
      return tracers.map((tracer) => tracer(product, preconditioner, known));
    },
    diagonal() {
      const known = firstOrder(system, preconditioner, layout);
      const diagonal = known.slice(0, layout.random);
      tracers.forEach((tracer, f) => {
        const from = layout.offsets[f] as number;
        const own = diagonal.subarray(from, from + (cells.sizes[f] as number));
        const scale = tracer(product, preconditioner, known) / own.reduce((a, b) => a + b, 0);
        for (let i = 0; i < own.length; i++) own[i] = (own[i] as number) * scale;
      });
      return diagonal;
    },
  };
}
