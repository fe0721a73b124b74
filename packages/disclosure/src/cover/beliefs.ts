/** The share of a round's answers on each point of a scale, from low to high; sums to 1. */
export type Marginals = readonly number[];

/** How one might think that answers come about: some leanings, each with its weight and its share of every point. */
type Leaning = { readonly weight: number; readonly shares: Marginals };

/** What someone who knows the marginals may believe about the answers of one group. */
export type Belief = readonly Leaning[];

/**
 * How much of all variance may lie between groups: none, as much as is usual for single raters, and as much as is found
 * at most.
 */
const BETWEEN = [0, 0.25, 0.5];

/** Three nodes and weights of Gauss and Hermite, for a normal spread of groups. */
const NODES = [
  { weight: 1 / 6, at: -Math.sqrt(3) },
  { weight: 2 / 3, at: 0 },
  { weight: 1 / 6, at: Math.sqrt(3) },
];

/** Shares tilted towards one end (exponentially), `by` times their standard deviation at first order. */
function tilted(marginals: Marginals, by: number): Marginals {
  const mean = marginals.reduce((sum, share, at) => sum + share * at, 0);
  const variance = marginals.reduce((sum, share, at) => sum + share * (at - mean) ** 2, 0);
  if (variance === 0) return marginals;
  const raw = marginals.map(
    (share, at) => share * Math.exp((by * (at - mean)) / Math.sqrt(variance)),
  );
  const total = raw.reduce((sum, each) => sum + each, 0);
  return raw.map((each) => each / total);
}

/**
 * Beliefs that bracket what a reader may hold: that raters answer independently of one another, and that those of one
 * person lean the same way, up to half of the variance being between groups (single raters in one relationship agree at
 * .25 to .5: Viswesvaran, Ones and Schmidt 1996).
 */
export function beliefsFrom(marginals: Marginals): readonly Belief[] {
  return BETWEEN.map((between) =>
    between === 0
      ? [{ weight: 1, shares: marginals }]
      : NODES.map(({ weight, at }) => ({
          weight,
          shares: tilted(marginals, at * Math.sqrt(between)),
        })),
  );
}

/** The chances of every total of `size` answers by the places (from 0) of the points given. */
function totalsOf(shares: Marginals, size: number): number[] {
  let totals = [1];
  for (let more = 0; more < size; more++) {
    const next = new Array<number>(totals.length + shares.length - 1).fill(0);
    for (const [total, chance] of totals.entries())
      for (const [at, share] of shares.entries())
        next[total + at] = (next[total + at] ?? 0) + chance * share;
    totals = next;
  }
  return totals;
}

/** The probability that `size` others gave answers of this total of places, for whoever gave `own` or none. */
export function chanceOfTotal(
  belief: Belief,
  own: number | null,
  size: number,
  total: number,
): number {
  let all = 0;
  let these = 0;
  for (const { weight, shares } of belief) {
    const mine = weight * (own === null ? 1 : (shares[own] ?? 0));
    all += mine;
    these += mine * (totalsOf(shares, size)[total] ?? 0);
  }
  return all === 0 ? 0 : these / all;
}

const logFactorials = [0];

function logFactorial(n: number): number {
  for (let at = logFactorials.length; at <= n; at++) {
    logFactorials.push((logFactorials[at - 1] ?? 0) + Math.log(at));
  }
  return logFactorials[n] ?? 0;
}

/**
 * The probability that the others gave `others` (counts of each point), for someone who gave the point `own` (from 0),
 * or for a reader who gave none.
 */
export function chanceOfOthers(
  belief: Belief,
  own: number | null,
  others: readonly number[],
): number {
  let all = 0;
  let these = 0;
  let ways = logFactorial(others.reduce((sum, count) => sum + count, 0));
  for (const count of others) ways -= logFactorial(count);
  for (const { weight, shares } of belief) {
    const mine = weight * (own === null ? 1 : (shares[own] ?? 0));
    let log = ways;
    for (const [at, count] of others.entries()) {
      if (count > 0) log += count * Math.log(shares[at] ?? 0);
    }
    all += mine;
    these += mine * Math.exp(log);
  }
  return all === 0 ? 0 : these / all;
}
