import type { Delegation, DelegationStep } from "./delegation.ts";

/** What became of decisions in a quarter of a year, and how they stand. */
export type QuarterBalance = {
  /** The first day of the quarter, inclusive. */
  from: string;
  handedOver: number;
  takenBack: number;
  held: number;
  withOthers: number;
};

/** The first day of the quarter of a calendar year that a day lies in. */
export function quarterFrom(day: string): string {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % 3);
  return `${day.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
}

/**
 * How many decisions went over to others since the quarter began and are still there, and how many came back in it.
 * One that went there and back and there again counts once in each.
 */
export function quarterBalance(
  delegations: readonly Pick<Delegation, "id" | "isHandedOver">[],
  steps: readonly Pick<DelegationStep, "delegationId" | "kind" | "takenOn">[],
  today: string,
): QuarterBalance {
  const from = quarterFrom(today);
  const since = steps.filter(({ takenOn }) => takenOn >= from && takenOn <= today);
  const those = (kind: DelegationStep["kind"]) =>
    new Set(since.filter((step) => step.kind === kind).map(({ delegationId }) => delegationId));
  const withOthers = delegations.filter(({ isHandedOver }) => isHandedOver);
  const handedOver = those("handed-over");
  return {
    from,
    handedOver: withOthers.filter(({ id }) => handedOver.has(id)).length,
    takenBack: those("taken-back").size,
    held: delegations.length - withOthers.length,
    withOthers: withOthers.length,
  };
}
