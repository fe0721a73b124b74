import { roundTo } from "../round-to.ts";

/**
 * A mean of `n` answers of which only a range is told, in tenths: for a group from `low` or up to `high` as far as the
 * scale reaches, for several groups together what follows from theirs.
 */
export type NearEnd = {
  readonly shown: false;
  readonly reason: "hidden-near-end";
  readonly low: number;
  readonly high: number;
  readonly n: number;
};

/** A range in tenths, wide enough to stay true. */
export function nearEnd(low: number, high: number, n: number): NearEnd {
  const tenths = (value: number) => roundTo(value * 10, 6);
  return {
    shown: false,
    reason: "hidden-near-end",
    low: Math.floor(tenths(low)) / 10,
    high: Math.ceil(tenths(high)) / 10,
    n,
  };
}
