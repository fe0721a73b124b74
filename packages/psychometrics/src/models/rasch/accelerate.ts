/**
 * One step of a fixed-point iteration: where it leads, the likelihood where it started, and how far that was from a
 * fixed point.
 */
export interface Step {
  next: Float64Array;
  value: number;
  off: number;
}

/**
 * Squared extrapolation of a slow fixed-point iteration that climbs `value` (Varadhan and Roland 2008, scheme S3): two
 * steps, then a leap along their trend, kept only where it climbs and comes nearer to rest.
 */
export function accelerate(
  start: Float64Array,
  step: (x: Float64Array) => Step,
  tolerance: number,
  limit: number,
): { x: Float64Array; iterations: number; converged: boolean } {
  let x = start;
  let now = step(x);
  let iterations = 1;
  while (now.off >= tolerance) {
    if (iterations + 2 > limit) return { x, iterations, converged: false };
    const second = step(now.next);
    iterations += 2;
    const leap = extrapolate(x, now.next, second.next);
    const tried = step(leap);
    if (tried.value >= second.value && tried.off < second.off) {
      x = leap;
      now = tried;
    } else {
      x = second.next;
      now = step(x);
      iterations++;
    }
  }
  return { x, iterations, converged: true };
}

function extrapolate(x0: Float64Array, x1: Float64Array, x2: Float64Array): Float64Array {
  const first = x1.map((v, i) => v - x0[i]);
  const bend = x2.map((v, i) => v - x1[i] - first[i]);
  const length = (v: Float64Array) => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
  const by = length(bend) === 0 ? 1 : Math.max(1, length(first) / length(bend));
  return x0.map((v, i) => v + 2 * by * first[i] + by * by * bend[i]);
}
