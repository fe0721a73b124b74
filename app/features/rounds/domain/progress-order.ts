import type { Steps } from "./monitoring.ts";

/** In which orders lists of progress are shown. */
export const progressOrders = ["name", "least"] as const;
export type ProgressOrder = (typeof progressOrders)[number];

/**
 * Rows that come by name, in an order: as they come, or those of whom the smallest part is done first. Where nobody is
 * asked, nothing is missing. Rows without steps come last.
 */
export function inOrder<Row>(
  rows: readonly Row[],
  order: ProgressOrder,
  stepsOf: (row: Row) => Steps | null,
): Row[] {
  if (order === "name") return [...rows];
  const part = (row: Row) => {
    const steps = stepsOf(row);
    if (steps === null) return 2;
    return steps.asked === 0 ? 1 : steps.done / steps.asked;
  };
  return rows.toSorted((a, b) => part(a) - part(b));
}
