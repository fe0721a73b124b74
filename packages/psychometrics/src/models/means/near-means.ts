import type { ObservedMean } from "./observed-mean.ts";

/** The means a prediction rests on besides a ratee's own. */
export interface Near {
  others: readonly ObservedMean[];
  /** Whether these are all there are. */
  complete: boolean;
}

/**
 * As many as tell something; more would cost their cube. In large rounds more than half of the gain for a quarter of
 * the time.
 */
const MOST = 60;
const MOST_IN_LARGE = 36;
const LARGE = 1_000;

type Id = string | number;

/**
 * Gives the means of other ratees that tell most of a ratee's raters: those with the largest share of raters in common.
 * All of them where they are few.
 */
export function nearMeans(
  observed: readonly ObservedMean[],
  byRatee: ReadonlyMap<Id, readonly ObservedMean[]>,
): (ratee: Id) => Near {
  if (observed.length <= MOST)
    return (ratee) => ({ others: observed.filter((each) => each.ratee !== ratee), complete: true });
  const most = observed.length > LARGE ? MOST_IN_LARGE : MOST;
  const byRater = new Map<Id, number[]>();
  for (const [at, { raters }] of observed.entries())
    for (const rater of raters) {
      const places = byRater.get(rater);
      if (places) places.push(at);
      else byRater.set(rater, [at]);
    }
  return (ratee) => {
    const own = byRatee.get(ratee) ?? [];
    const shares = new Map<number, number>();
    for (const { raters } of own)
      for (const rater of raters)
        for (const at of byRater.get(rater) ?? []) {
          const other = observed[at] as ObservedMean;
          if (other.ratee === ratee) continue;
          const share = 1 / (raters.length * other.raters.length);
          shares.set(at, (shares.get(at) ?? 0) + share);
        }
    const found = [...shares].map(([at, share]) => ({
      share,
      other: (observed[at] as ObservedMean).ratee,
    }));
    // Of two that tell as much, the same one whatever the order.
    found.sort((a, b) => b.share - a.share || (String(a.other) < String(b.other) ? -1 : 1));
    // A mean tells of a rater only beside the rest of what is known of its ratee.
    const ratees = [...new Set(found.map(({ other }) => other))];
    const others: ObservedMean[] = [];
    for (const other of ratees) {
      const means = byRatee.get(other) ?? [];
      if (own.length + others.length + means.length > most) break;
      others.push(...means);
    }
    return { others, complete: false };
  };
}
