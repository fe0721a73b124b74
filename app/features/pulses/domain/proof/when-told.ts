/** So long after the last report of a round what its pulses say is told: the second may be asked for after 90 days. */
export const TOLD_AFTER_DAYS = 120;
/** After that nothing is told of a round that never came to enough. */
export const LOOKED_AT_DAYS = 400;

const DAY = 86_400_000;

/** From when until when a round may be told of, by when its last report could be read. */
export function toldBetween(lastReleased: Date): { from: Date; until: Date } {
  const after = (days: number) => new Date(lastReleased.getTime() + days * DAY);
  return { from: after(TOLD_AFTER_DAYS), until: after(LOOKED_AT_DAYS) };
}
