/**
 * By how much the range widens when a level is taken over unchanged to something else whose levels correlate with it:
 * the mean squared difference of the two, 2 (1 - r) sd^2. Throws a RangeError for a correlation outside [-1, 1].
 */
export function carriedVariance(correlation: number, sd = 1): number {
  if (!(Math.abs(correlation) <= 1 && sd >= 0)) throw new RangeError(`correlation ${correlation}`);
  return 2 * (1 - correlation) * sd * sd;
}

/**
 * One level for what was several, merged: their plain mean, as sure as if their errors were independent.
 * null without any.
 */
export function mergedLevel(
  parts: readonly { estimate: number; sd: number }[],
): { estimate: number; sd: number } | null {
  if (parts.length === 0) return null;
  const n = parts.length;
  const estimate = parts.reduce((sum, part) => sum + part.estimate, 0) / n;
  const sd = Math.sqrt(parts.reduce((sum, part) => sum + part.sd ** 2, 0)) / n;
  return { estimate, sd };
}
