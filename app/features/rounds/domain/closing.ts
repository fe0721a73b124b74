/** How long HR may still reopen a round that was closed, before its answers are scored and the ties cut. */
export const MINUTES_TO_RECONSIDER = 10;

/** How a closing stands: with a way back until `waiting` is over. */
export const closureStates = ["waiting", "scoring", "done"] as const;
export type ClosureState = (typeof closureStates)[number];

/** When scoring begins that many minutes from now. */
export function scoresAt(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
