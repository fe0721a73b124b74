import type { Cells, Layout } from "./cells.ts";
import { conjugateGradients } from "./conjugate-gradients.ts";
import { eliminate } from "./eliminate.ts";
import type { Engine } from "./engine.ts";
import { firstOrder } from "./first-order.ts";
import { remainingProduct } from "./remaining-product.ts";
import { type ProbeOptions, tracerOf } from "./trace-probes.ts";

export interface IterativeOptions extends ProbeOptions {
  /** Of solutions, as their residual relative to the right-hand side. */
  accuracy?: number;
  /** Called between solves, which take seconds when there are millions of levels. */
  pause?: () => void;
}

/**
 * Preconditioned conjugate gradients on what remains after eliminating the largest factor, with traces from fixed
 * random signs. Every solve starts from its last solution. Time and memory are linear in the cells.
 */
export function iterativeEngine(cells: Cells, layout: Layout, options: IterativeOptions): Engine {
  const { accuracy = 1e-6, pause } = options;
  const system = eliminate(cells, layout);
  const product = remainingProduct(system);
  const { rest } = system;
  const tracer = tracerOf(cells, layout, system, options);
  let preconditioner = new Float64Array(rest);
  // Right-hand sides come in the same order every time, so the last solution of each is a good start.
  const starts: Float64Array[] = [];
  let asked = 0;
  let known: Float64Array | null = null;
  let traces: number[] | null = null;
  const estimate = () => {
    known ??= firstOrder(system, preconditioner, layout);
    pause?.();
    traces ??= tracer(product, preconditioner, known);
    return { known, traces };
  };
  return {
    name: "iterative",
    update(ratios) {
      system.setRatios(ratios);
      const diagonal = product.diagonal();
      preconditioner = diagonal.map((d) => 1 / d);
      asked = 0;
      known = null;
      traces = null;
      return diagonal.every((d) => d > 0);
    },
    solve(rhs, tolerance = accuracy) {
      pause?.();
      const b = system.reduce(rhs);
      const x = starts[asked] ?? new Float64Array(rest);
      starts[asked++] = x;
      conjugateGradients(product.multiply, preconditioner, b, x, 1, tolerance, product.work);
      return system.expand(rhs, x);
    },
    logDeterminant: () => null,
    traces: () => estimate().traces,
    diagonal() {
      const { known, traces } = estimate();
      const diagonal = known.slice(0, layout.random);
      traces.forEach((trace, f) => {
        const from = layout.offsets[f];
        const own = diagonal.subarray(from, from + cells.sizes[f]);
        const scale = trace / own.reduce((a, b) => a + b, 0);
        for (let i = 0; i < own.length; i++) own[i] = own[i] * scale;
      });
      return diagonal;
    },
  };
}
