/** The only source of the present moment; tests pass their own. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at `at` until told otherwise. */
export function fixedClock(at: Date): Clock & { set(at: Date): void } {
  let present = at;
  return {
    now: () => new Date(present),
    set: (next) => {
      present = next;
    },
  };
}
