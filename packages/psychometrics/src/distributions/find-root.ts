/**
 * The point where a continuous function changes sign between low and high, to full double precision
 * (Chandrupatla 1997: inverse quadratic steps, bisection when they would not help).
 * The function must have opposite signs at the two ends.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let a = high;
  let fa = f(a);
  let b = low;
  let fb = f(b);
  let c = a;
  let fc = fa;
  let share = 0.5;
  for (let i = 0; i < 300; i++) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (Math.sign(fx) === Math.sign(fa)) {
      c = a;
      fc = fa;
    } else {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fb) < Math.abs(fa) ? b : a;
    const tolerance = (4e-16 * Math.abs(best) + 1e-308) / Math.abs(b - a);
    if (fa === 0 || fb === 0 || tolerance > 0.5) return best;
    share = nextShare(a, fa, b, fb, c, fc, tolerance);
  }
  return Math.abs(fb) < Math.abs(fa) ? b : a;
}

function nextShare(
  a: number,
  fa: number,
  b: number,
  fb: number,
  c: number,
  fc: number,
  tolerance: number,
): number {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  const share =
    (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
  return Math.min(1 - tolerance, Math.max(tolerance, share));
}
