import { CHOSEN_FIELDS, type ChosenField } from "~/features/people/domain/index.ts";
import type { KeptChoice } from "./plan.ts";

/** How many people keep what they chose although the file says something else, by field. */
export function countKept(
  kept: readonly Pick<KeptChoice, "field">[],
): { field: ChosenField; count: number }[] {
  return CHOSEN_FIELDS.map((field) => ({
    field,
    count: kept.filter((each) => each.field === field).length,
  })).filter(({ count }) => count > 0);
}
