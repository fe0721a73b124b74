import {
  type Belief,
  beliefsFrom,
  chanceOfOthers,
  chanceOfTotal,
  type Marginals,
} from "../cover/beliefs.ts";
import { type NearEndRule, nearEndRule, SUREST } from "../cover/near-end.ts";
import type { Scale } from "../cover/scale.ts";

/** A rater of the group by the place of the point they gave, or a reader who is none of them. */
type Own = number | null;

/** Answers of n raters with one total, and the rule by which their mean may be withheld. */
type Group = {
  readonly n: number;
  readonly points: number;
  readonly places: number;
  readonly rule: Exclude<NearEndRule, null>;
};

/**
 * All answers but perhaps one on one point between the ends: every such set with this total. At an end the mean itself
 * is withheld.
 */
function alikeSets({ n, points, places }: Group): number[][] {
  const found = new Map<string, number[]>();
  for (let at = 1; at < points - 1; at++) {
    const other = places - at * (n - 1);
    if (other < 0 || other >= points) continue;
    const counts = new Array<number>(points).fill(0).with(at, n - 1);
    counts[other] = (counts[other] ?? 0) + 1;
    found.set(counts.join(" "), counts);
  }
  return [...found.values()];
}

/**
 * How often the spread of answers that are not alike must be withheld, for one belief of one reader or rater; above 1
 * when nothing is enough.
 */
function neededFor(belief: Belief, own: Own, group: Group, alike: readonly number[][]): number {
  const { n, places, rule } = group;
  /**
   * The chance of these answers and of their mean being shown, to whoever gave `own`; and the answers of the others.
   */
  const seen = (counts: readonly number[]) => {
    const mine = own === null ? 1 : (counts[own] ?? 0);
    if (mine === 0) return { mass: 0, withheld: 0, same: false };
    const others = own === null ? counts : counts.with(own, mine - 1);
    const chance = chanceOfOthers(belief, own, others);
    const { low, high } = rule.withheld(counts);
    const same = own === null || others.includes(n - 1);
    return { mass: chance * (1 - low - high), withheld: chance * (low + high), same };
  };
  let all = chanceOfTotal(belief, own, own === null ? n : n - 1, places - (own ?? 0));
  for (const counts of rule.sometimes) {
    const total = counts.reduce((sum, count, at) => sum + count * at, 0);
    if (total === places) all -= seen(counts).withheld;
  }
  let [sure, hidden] = [0, 0];
  for (const { mass, same } of alike.map(seen)) {
    hidden += mass;
    if (same) sure += mass;
  }
  if (sure === 0) return 0;
  const others = Math.max(0, all - hidden);
  const more = sure / SUREST - hidden;
  return more <= 0 ? 0 : more / others;
}

function oftenFor(n: number, places: number, scale: Scale, marginals: Marginals): number {
  const rule = nearEndRule(n, scale, marginals);
  if (rule === null) return 1;
  const group = { n, points: scale.high - scale.low + 1, places, rule };
  const alike = alikeSets(group);
  let often = 0;
  for (const belief of beliefsFrom(marginals))
    for (const own of [null, ...marginals.keys()])
      often = Math.max(often, neededFor(belief, own, group, alike));
  return Math.min(1, often);
}

const made = new WeakMap<Marginals, Map<string, number>>();

/**
 * How often (0 to 1) the spread of n answers with this sum is withheld although they differ enough; where all or all
 * but one agree it always is. Just as often as it takes that nobody who knows the rules, the mean, the round's
 * marginals and perhaps an answer of their own is more than half sure that answers are alike because the spread is
 * missing. 1 where no cover is enough: then no spread is ever shown at this mean, and its absence says nothing.
 */
export function spreadCover(n: number, sum: number, scale: Scale, marginals: Marginals): number {
  const known = made.get(marginals) ?? new Map<string, number>();
  made.set(marginals, known);
  const places = sum - n * scale.low;
  const key = `${n} ${places} ${scale.low} ${scale.high} ${scale.harmless ?? ""}`;
  const often = known.get(key) ?? oftenFor(n, places, scale, marginals);
  known.set(key, often);
  return often;
}
