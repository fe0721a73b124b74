import { expect, test } from "vitest";
import { beliefsFrom, chanceOfOthers, type Marginals } from "../cover/beliefs.ts";
import { nearEndRule, SUREST } from "../cover/near-end.ts";
import { nearlyAlike } from "./alike.ts";
import { spreadCover } from "./spread-cover.ts";

const scale = { low: 1, high: 5 };
const rounds: Record<string, Marginals> = {
  high: [0.02, 0.05, 0.18, 0.45, 0.3],
  middle: [0.05, 0.2, 0.5, 0.2, 0.05],
  "all at one point": [0.01, 0.01, 0.02, 0.95, 0.01],
};

function setsOf(n: number, points: number): number[][] {
  if (points === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) =>
    setsOf(n - first, points - 1).map((rest) => [first, ...rest]),
  ).flat();
}

const valuesOf = (counts: readonly number[]) =>
  counts.flatMap((count, at) => new Array<number>(count).fill(at + 1));
const sumOf = (counts: readonly number[]) =>
  counts.reduce((sum, count, at) => sum + count * (at + 1), 0);

test.each(
  Object.entries(rounds).flatMap(([name, marginals]) =>
    [5, 6, 7].map((n) => ({ name, n, marginals })),
  ),
)(
  "$name, $n raters: a missing spread makes nobody more than half sure that answers are alike, trying every set of answers",
  ({ n, marginals }) => {
    const rule = nearEndRule(n, scale, marginals);
    const bySum = Map.groupBy(setsOf(n, 5), sumOf);
    for (const [sum, sets] of bySum) {
      const often = spreadCover(n, sum, scale, marginals);
      if (often === 1) continue;
      for (const belief of beliefsFrom(marginals))
        for (const own of [null, 0, 1, 2, 3, 4]) {
          let [alike, total] = [0, 0];
          for (const counts of sets) {
            const mine = own === null ? 1 : (counts[own] ?? 0);
            if (mine === 0) continue;
            const others = own === null ? counts : counts.with(own, mine - 1);
            const { low, high } = rule?.withheld(counts) ?? { low: 1, high: 0 };
            const same = nearlyAlike(valuesOf(counts), scale);
            const mass =
              chanceOfOthers(belief, own, others) * (1 - low - high) * (same ? 1 : often);
            total += mass;
            if (same && (own === null || others.includes(n - 1))) alike += mass;
          }
          expect(alike).toBeLessThanOrEqual(SUREST * total * (1 + 1e-6) + 1e-15);
        }
    }
  },
);

test("most spreads of answers that differ are shown; where nearly everyone gave one answer none is, which says nothing", () => {
  const shareWithheld = (marginals: Marginals) => {
    const [belief] = beliefsFrom(marginals);
    let withheld = 0;
    for (const counts of setsOf(5, 5)) {
      const mass = belief ? chanceOfOthers(belief, null, counts) : 0;
      const alike = nearlyAlike(valuesOf(counts), scale);
      withheld += mass * (alike ? 1 : spreadCover(5, sumOf(counts), scale, marginals));
    }
    return withheld;
  };
  expect(shareWithheld(rounds.high ?? [])).toBeLessThan(0.4);
  expect(spreadCover(5, 20, scale, rounds["all at one point"] ?? [])).toBe(1);
});
