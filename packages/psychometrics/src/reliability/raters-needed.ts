/**
 * How many raters a mean needs to reach a reliability, given that of a single rater (Spearman-Brown solved for
 * the length). null when no number would do: a reliability of 0 or less, or a target not in (0, 1).
 */
export function ratersNeeded(
  single: number,
  target = 0.7,
): { raters: number; reliability: number } | null {
  if (!(single > 0 && single <= 1 && target > 0 && target < 1)) return null;
  const exact = (target * (1 - single)) / (single * (1 - target));
  const raters = Math.max(1, Math.ceil(exact - 1e-9));
  return { raters, reliability: (raters * single) / (1 + (raters - 1) * single) };
}
