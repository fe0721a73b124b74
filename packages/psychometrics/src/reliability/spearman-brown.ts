/**
 * Reliability of a measure made `factor` times as long (or rated by that many times the raters), from its present
 * reliability (Spearman 1910, Brown 1910). null where the formula has no meaning: a factor not above 0, or a
 * negative reliability so low that the denominator vanishes.
 */
export function spearmanBrown(reliability: number, factor: number): number | null {
  const below = 1 + (factor - 1) * reliability;
  if (!(factor > 0) || !(below > 0) || !(reliability <= 1)) return null;
  return (factor * reliability) / below;
}
