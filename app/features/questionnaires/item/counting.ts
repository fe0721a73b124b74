import type { Given } from "../domain/given.ts";
import type { Counts, Summary } from "./item-kind.ts";

/** Counts values in the order in which they are given; values nobody chose count 0. */
export function countsOf<Value extends number | string>(
  values: readonly Value[],
  chosen: readonly (Value | null)[],
): Counts["counts"] {
  return values.map((value) => ({
    value,
    count: chosen.filter((each) => each === value).length,
  }));
}

/** A summary over who answered; whoever declined is counted apart. */
export function summaryOf(
  given: readonly Given[],
  isAnswered: (given: Given) => boolean,
  tables: (answered: readonly Given[]) => Counts[],
): Summary {
  const answered = given.filter((each) => !each.cantSay && isAnswered(each));
  return {
    n: answered.length,
    cantSay: given.filter((each) => each.cantSay).length,
    tables: tables(answered),
  };
}
