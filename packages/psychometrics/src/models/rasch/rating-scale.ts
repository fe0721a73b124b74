/** Probabilities of the categories 0 .. m at a logit, for Andrich's (1978) rating scale with m thresholds. */
export function categoryProbabilities(logit: number, thresholds: readonly number[]): number[] {
  const exponents = [0];
  let sum = 0;
  for (const threshold of thresholds) {
    sum += logit - threshold;
    exponents.push(sum);
  }
  const top = Math.max(...exponents);
  const weights = exponents.map((e) => Math.exp(e - top));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / total);
}

/** Expected score and its variance. */
export function moments(probabilities: readonly number[]): { mean: number; variance: number } {
  let [mean, square] = [0, 0];
  for (const [k, p] of probabilities.entries()) {
    mean += k * p;
    square += k * k * p;
  }
  return { mean, variance: square - mean * mean };
}
