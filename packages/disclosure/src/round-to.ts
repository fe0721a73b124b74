/**
 * Rounds half away from zero to `decimals` places. The small nudge undoes binary error, so that
 * 2.675 at two places gives 2.68. Figures are rounded here once and nowhere else.
 */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale;
  const rounded = Math.floor(scaled + 0.5 + scaled * Number.EPSILON * 4) / scale;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
