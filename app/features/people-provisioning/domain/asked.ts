import type { Condition } from "./filter.ts";

/** Which of a list are asked for. */
export type Asked<Attribute extends string> = {
  condition: Condition<Attribute> | null;
  /** How many are passed over, and how many are told at most. */
  skip: number;
  count: number;
  sortBy: Attribute | null;
  descending: boolean;
};
