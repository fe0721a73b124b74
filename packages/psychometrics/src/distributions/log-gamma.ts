const HALF_LOG_TWO_PI = 0.9189385332046728;

const LANCZOS = [
  57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125,
  -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5,
  -2.6190838401581408e-5, 3.6899182659531625e-6,
] as const;

/** Logarithm of the gamma function for x > 0, NaN otherwise (Lanczos 1964, coefficients of Godfrey 2001). */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const base = x + 5.2421875;
  let sum = 0.9999999999999971;
  for (const [i, coefficient] of LANCZOS.entries()) sum += coefficient / (x + 1 + i);
  return (x + 0.5) * Math.log(base) - base + HALF_LOG_TWO_PI + Math.log(sum / x);
}
