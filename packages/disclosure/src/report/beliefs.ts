/** The share of a round's answers on each point of a scale, from low to high; sums to 1. */
export type Marginals = readonly number[];

/** How one might think that answers come about: some leanings, each with its weight and its share of every point. */
type Leaning = { readonly weight: number; readonly shares: Marginals };

/** What someone who knows the marginals may believe about the answers of one group. */
export type Belief = readonly Leaning[];

/** Groups as far from the middle as two thirds of them are, and three nodes of Gauss and Hermite for a normal spread of that. */
const LEANINGS = [
  { weight: 1 / 6, by: -Math.sqrt(3) / 2 },
  { weight: 2 / 3, by: 0 },
  { weight: 1 / 6, by: Math.sqrt(3) / 2 },
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
 * Two beliefs that bracket what a reader may hold: that raters answer independently of one another, and that those of one
 * person lean the same way as strongly as raters do (a quarter of the variance between groups: the usual reliability of a
 * single rater, Viswesvaran, Ones and Schmidt 1996, is .25 to .5 in one relationship).
 */
export function beliefsFrom(marginals: Marginals): readonly Belief[] {
  return [
    [{ weight: 1, shares: marginals }],
    LEANINGS.map(({ weight, by }) => ({ weight, shares: tilted(marginals, by) })),
  ];
}

const logFactorials = [0];

function logFactorial(n: number): number {
  for (let at = logFactorials.length; at <= n; at++) {
    logFactorials.push((logFactorials[at - 1] ?? 0) + Math.log(at));
  }
  return logFactorials[n] ?? 0;
}

/** The probability that the others gave `others` (counts of each point), for someone who gave the point `own` (from 0). */
export function chanceOfOthers(belief: Belief, own: number, others: readonly number[]): number {
  let all = 0;
  let these = 0;
  let ways = logFactorial(others.reduce((sum, count) => sum + count, 0));
  for (const count of others) ways -= logFactorial(count);
  for (const { weight, shares } of belief) {
    const mine = weight * (shares[own] ?? 0);
    let log = ways;
    for (const [at, count] of others.entries()) {
      if (count > 0) log += count * Math.log(shares[at] ?? 0);
    }
    all += mine;
    these += mine * Math.exp(log);
  }
  return all === 0 ? 0 : these / all;
}
