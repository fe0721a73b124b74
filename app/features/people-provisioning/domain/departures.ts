/** How long departures are counted together. */
export const COUNTED_MS = 86_400_000;
/** Of all that are active at its beginning, and so few never stop anything. */
export const MOST_PERCENT = 5;
export const ALWAYS_LEAVE = 5;

export type Departures = {
  /** How many are active now. */
  active: number;
  /** How many provisioning let leave within the last day, since HR decided last. */
  left: number;
  /** Whether somebody is held already, and nobody has decided yet. */
  stopped: boolean;
  /** HR decided that this person stays. */
  stays: boolean;
};

/**
 * Whether provisioning may let one more leave. A mistake in what an identity provider is told to keep looks like
 * everybody leaving at once: from there on nobody leaves before HR has looked.
 */
export function decideDeparture({ active, left, stopped, stays }: Departures) {
  if (stays) return "stays";
  const most = Math.max(ALWAYS_LEAVE, Math.floor(((active + left) * MOST_PERCENT) / 100));
  return stopped || left + 1 > most ? "held" : "leaves";
}
