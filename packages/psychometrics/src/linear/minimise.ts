/** Value and gradient of a function at a point. */
export type Objective = (x: Float64Array) => { value: number; gradient: Float64Array };

/**
 * Minimum of a smooth function of a few variables within lower and upper bounds: BFGS on the variables not held at a
 * bound, with backtracking (Nocedal and Wright 2006, chapters 3 and 6). Returns the best point and whether the free
 * gradient vanished.
 */
export function minimise(
  objective: Objective,
  start: ArrayLike<number>,
  lower: number,
  upper: number,
  limit = 500,
): { x: Float64Array; value: number; converged: boolean } {
  const n = start.length;
  let x = Float64Array.from(start);
  let now = objective(x);
  let inverse = identity(n);
  let fresh = true;
  for (let step = 0; step < limit; step++) {
    const held = Array.from(x, (v, i) => {
      const g = now.gradient[i];
      return (v <= lower && g > 0) || (v >= upper && g < 0);
    });
    const size = now.gradient.reduce(
      (most, g, i) => (held[i] ? most : Math.max(most, Math.abs(g))),
      0,
    );
    if (size < 1e-10 * (1 + Math.abs(now.value))) return { x, value: now.value, converged: true };
    const direction = directionOf(inverse, now.gradient, held);
    const next = search(objective, x, now, direction, lower, upper);
    if (next === null) {
      if (fresh) return { x, value: now.value, converged: size < 1e-5 };
      inverse = identity(n);
      fresh = true;
      continue;
    }
    update(inverse, x, now.gradient, next.x, next.at.gradient, held);
    fresh = false;
    x = next.x;
    now = next.at;
  }
  return { x, value: now.value, converged: false };
}

function identity(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));
}

function directionOf(inverse: Float64Array, gradient: Float64Array, held: boolean[]): Float64Array {
  const n = gradient.length;
  const direction = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (held[i]) continue;
    for (let j = 0; j < n; j++) {
      if (held[j]) continue;
      direction[i] = direction[i] - inverse[i * n + j] * gradient[j];
    }
  }
  return direction;
}

function search(
  objective: Objective,
  x: Float64Array,
  now: ReturnType<Objective>,
  direction: Float64Array,
  lower: number,
  upper: number,
) {
  let length = 1;
  for (let tries = 0; tries < 50; tries++) {
    const point = x.map((v, i) => Math.min(upper, Math.max(lower, v + length * direction[i])));
    const promised = point.reduce((sum, v, i) => sum + (v - x[i]) * now.gradient[i], 0);
    const at = objective(point);
    if (promised < 0 && at.value <= now.value + 1e-4 * promised) return { x: point, at };
    length /= 2;
  }
  return null;
}

/** The BFGS update of the inverse curvature, left out when the curvature along the step is not positive. */
function update(
  inverse: Float64Array,
  x: Float64Array,
  gradient: Float64Array,
  nextX: Float64Array,
  nextGradient: Float64Array,
  held: boolean[],
): void {
  const n = x.length;
  const s = nextX.map((v, i) => (held[i] ? 0 : v - x[i]));
  const y = nextGradient.map((g, i) => (held[i] ? 0 : g - gradient[i]));
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, i) => sum + v * b[i], 0);
  const sy = dot(s, y);
  if (!(sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y)))) return;
  const hy = Float64Array.from({ length: n }, (_, i) => dot(inverse.subarray(i * n, i * n + n), y));
  const factor = 1 + dot(y, hy) / sy;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [si, sj] = [s[i], s[j]];
      const change = (factor * si * sj - si * hy[j] - hy[i] * sj) / sy;
      inverse[i * n + j] = inverse[i * n + j] + change;
    }
  }
}
