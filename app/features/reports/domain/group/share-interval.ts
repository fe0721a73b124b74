const Z95 = 1.959963984540054;

/** A share of people with its 95 % score interval (Wilson 1927); shares from 0 to 1. @param of at least 1. */
export function shareInterval(
  count: number,
  of: number,
): { share: number; low: number; high: number } {
  const share = count / of;
  const z2 = Z95 ** 2 / of;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = (Z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of))) / (1 + z2);
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
