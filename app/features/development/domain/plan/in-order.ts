import type { PlanAction } from "./plan.ts";

const STATUS = { open: 0, done: 1, dropped: 2 } as const;
const NEVER = "9999-12-31";

/** Actions in the order in which they are to be done: open ones by their day, then done ones, then dropped ones. */
export function inOrderOfDoing(actions: readonly PlanAction[]): PlanAction[] {
  return [...actions].sort(
    (one, other) =>
      STATUS[one.status] - STATUS[other.status] ||
      (one.dueOn ?? NEVER).localeCompare(other.dueOn ?? NEVER) ||
      (one.id < other.id ? -1 : 1),
  );
}
