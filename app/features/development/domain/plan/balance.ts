import type { PlanAction, PlanArea } from "./plan.ts";

export type Balance = {
  /** How many actions are of each hat, in the order of the hats. */
  byHat: { hat: string; count: number }[];
  /** Of both hats, or of neither. */
  other: number;
  total: number;
  /** The hat that nothing of it is of, where all that is of a hat is of another one. */
  missing: string | null;
};

/** How much of a plan is of which hat: its actions, but for those that were dropped with or without their area. */
export function balanceOf(
  { areas, actions }: { areas: readonly PlanArea[]; actions: readonly PlanAction[] },
  hats: readonly string[],
): Balance {
  const dropped = new Set(areas.flatMap(({ id, status }) => (status === "dropped" ? [id] : [])));
  const counting = actions.filter(
    ({ status, areaId }) => status !== "dropped" && !dropped.has(areaId),
  );
  const byHat = hats.map((hat) => ({
    hat,
    count: counting.filter((action) => action.hat === hat).length,
  }));
  const ofHats = byHat.reduce((sum, { count }) => sum + count, 0);
  const without = byHat.filter(({ count }) => count === 0);
  return {
    byHat,
    other: counting.length - ofHats,
    total: counting.length,
    missing: ofHats > 0 && without.length === 1 ? (without[0]?.hat ?? null) : null,
  };
}
