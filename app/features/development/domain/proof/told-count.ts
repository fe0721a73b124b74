/** How many of those who got a report did something after it, as far as it may be told. */
export type ToldCount =
  /** Exactly. */
  | { told: "count"; n: number; did: number }
  /** Fewer than `least` did, or fewer than that did not: which it was of those few, nobody learns. */
  | { told: "few" | "nearly-all"; n: number; least: number }
  /** There are too few people for anything to be told. */
  | { told: "too-few"; least: number };

/**
 * What may be told of a count of people. Exact only where at least `least` did and as many did not; below that, that it
 * was fewer, none among them. From twice as many people on: with fewer, both could be said of the same count, and one
 * of them would tell more. `least` is that of survey tables (at least 5 people).
 */
export function toldCount({ n, did }: { n: number; did: number }, least: number): ToldCount {
  if (n < 2 * least) return { told: "too-few", least: 2 * least };
  if (did < least) return { told: "few", n, least };
  if (n - did < least) return { told: "nearly-all", n, least };
  return { told: "count", n, did };
}
