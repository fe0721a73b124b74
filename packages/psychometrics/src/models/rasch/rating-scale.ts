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

/** Probabilities and moments at one logit after another, without making garbage: for the inner loops. */
export class ScaleAt {
  readonly p: Float64Array;
  mean = 0;
  variance = 0;
  private readonly below: Float64Array;
  /** exp(-below), with which one exponential serves all categories while nothing can overflow. */
  private readonly factor: Float64Array;
  private readonly reach: number;
  private total = 1;
  private top = 0;

  constructor(thresholds: ArrayLike<number>) {
    const m = thresholds.length;
    this.p = new Float64Array(m + 1);
    this.below = new Float64Array(m + 1);
    for (let k = 0; k < m; k++) {
      this.below[k + 1] = this.below[k] + thresholds[k];
    }
    this.factor = this.below.map((sum) => Math.exp(-sum));
    this.reach = (600 - Math.max(...this.below.map(Math.abs))) / m;
  }

  at(logit: number): this {
    if (Math.abs(logit) < this.reach) this.weighByPowers(logit);
    else this.weighByPeak(logit);
    const { p } = this;
    let [total, first, second] = [0, 0, 0];
    for (let k = 0; k < p.length; k++) {
      const weight = p[k];
      total += weight;
      first += k * weight;
      second += k * k * weight;
    }
    for (let k = 0; k < p.length; k++) p[k] = p[k] / total;
    this.total = total;
    this.mean = first / total;
    this.variance = second / total - this.mean * this.mean;
    return this;
  }

  /** Log-probability of a score at the logit last looked at. */
  logOf(score: number, logit: number): number {
    return score * logit - this.below[score] - this.top - Math.log(this.total);
  }

  private weighByPowers(logit: number): void {
    const step = Math.exp(logit);
    let power = 1;
    for (let k = 0; k < this.p.length; k++) {
      this.p[k] = power * this.factor[k];
      power *= step;
    }
    this.top = 0;
  }

  private weighByPeak(logit: number): void {
    const { p, below } = this;
    let top = 0;
    for (let k = 1; k < p.length; k++) top = Math.max(top, k * logit - below[k]);
    for (let k = 0; k < p.length; k++) p[k] = Math.exp(k * logit - below[k] - top);
    this.top = top;
  }
}
