import { expect, test } from "vitest";
import { standardPolicy } from "../policy.ts";
import { discloseReportFigures } from "../report/disclose-report-figures.ts";
import { beliefsFrom, chanceOfOthers, type Marginals } from "./beliefs.ts";
import { builtInMarginals } from "./built-in-marginals.ts";
import { nearEndRule, SUREST } from "./near-end.ts";
import type { Scale } from "./scale.ts";

const five: Scale = { low: 1, high: 5 };
const amount: Scale = { low: -2, high: 2, centre: 0 };
const middle = builtInMarginals(amount);
/** As praise is given: half of all answers at the top. */
const top: Marginals = [0.02, 0.03, 0.1, 0.35, 0.5];

/** Every way to spread n answers over so many points. */
function spreads(n: number, points: number): number[][] {
  if (points === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) =>
    spreads(n - first, points - 1).map((rest) => [first, ...rest]),
  ).flat();
}

const ruleOf = (n: number, scale: Scale, marginals: Marginals) => {
  const rule = nearEndRule(n, scale, marginals);
  if (rule === null) throw new Error("everything is withheld");
  return rule;
};

test("all, or all but one, on the same end are always withheld, and of three also one step from it", () => {
  const { withheld } = ruleOf(4, five, builtInMarginals(five));
  expect(withheld([0, 0, 0, 0, 4]).high).toBe(1);
  expect(withheld([1, 0, 0, 0, 3]).high).toBe(1);
  expect(withheld([3, 0, 1, 0, 0]).low).toBe(1);
  expect(withheld([0, 0, 4, 0, 0])).toMatchObject({ low: 0, high: 0 });
  // 5, 4, 4: the only others with that total, 5, 5, 3, are withheld.
  expect(ruleOf(3, five, builtInMarginals(five)).withheld([0, 0, 0, 2, 1]).high).toBe(1);
});

test("an end that nobody minds is never withheld", () => {
  const { withheld } = ruleOf(4, { ...five, harmless: "high" }, top);
  expect(withheld([0, 0, 0, 0, 4]).high).toBe(0);
  expect(withheld([4, 0, 0, 0, 0]).low).toBe(1);
});

// By the definition, over every set of answers: what the rule's own sums must agree with.
test.each([
  ["the right amount is most common", amount, middle],
  ["praise", five, top],
  ["seven points", { low: 1, high: 7 }, builtInMarginals({ low: 1, high: 7 })],
  [
    "three points",
    { low: 1, high: 3, centre: 2 },
    builtInMarginals({ low: 1, high: 3, centre: 2 }),
  ],
] as const)(
  "%s: whoever knows rules, marginals and perhaps an own answer is at most half sure",
  (_, scale, marginals) => {
    for (const n of [3, 4, 5, 6]) {
      const rule = nearEndRule(n, scale, marginals);
      if (rule === null) continue;
      const points = marginals.length;
      let surest = 0;
      const note = (mass: number, total: number) => {
        if (mass > 0) surest = Math.max(surest, mass / total);
      };
      for (const belief of beliefsFrom(marginals)) {
        for (const end of ["low", "high"] as const) {
          // A reader: that one of the raters could tell what all others said.
          let withheld = 0;
          let telling = 0;
          for (const counts of spreads(n, points)) {
            const often = rule.withheld(counts)[end];
            const mass = often * chanceOfOthers(belief, null, counts);
            withheld += mass;
            if (often === 1) telling += mass;
          }
          note(telling, withheld);
          // A rater: that all others said the same.
          for (let own = 0; own < points; own++) {
            const alike = new Map<number, number>();
            let total = 0;
            for (const others of spreads(n - 1, points)) {
              const counts = others.with(own, (others[own] ?? 0) + 1);
              const mass = rule.withheld(counts)[end] * chanceOfOthers(belief, own, others);
              total += mass;
              const at = others.indexOf(n - 1);
              if (at >= 0) alike.set(at, mass);
            }
            for (const mass of alike.values()) note(mass, total);
          }
        }
      }
      expect(surest).toBeLessThanOrEqual(SUREST + 1e-6);
      expect(rule.posterior).toBeCloseTo(surest, 6);
    }
  },
);

test("beliefs are about probabilities: they sum to one over everything others may have said", () => {
  for (const belief of beliefsFrom(top)) {
    const sum = spreads(5, 5).reduce((all, others) => all + chanceOfOthers(belief, 2, others), 0);
    expect(sum).toBeCloseTo(1, 10);
  }
});

test("where nearly everyone in the round gave one answer, nothing is ever shown", () => {
  expect(nearEndRule(3, five, [0.01, 0.01, 0.03, 0.15, 0.8])).toBeNull();
  const { figures } = discloseReportFigures(
    {
      items: [{ id: "a", competency: null, scale: five }],
      competencies: [],
      responses: [1, 2, 3].map((rating) => ({ relationship: "peer", ratings: [rating] })),
      chance: () => 1 - 1e-9,
      marginals: { a: [0.01, 0.01, 0.03, 0.15, 0.8] },
    },
    standardPolicy,
  );
  expect(figures[0]?.items.a).toEqual({ shown: false, reason: "hidden-one-answer-everywhere" });
});

test("what is withheld says from where on it may lie, and how many answered", () => {
  const figure = (values: number[], chance: number) =>
    discloseReportFigures(
      {
        items: [{ id: "a", competency: null, scale: five }],
        competencies: [],
        responses: values.map((value) => ({ relationship: "peer", ratings: [value] })),
        chance: () => chance,
      },
      standardPolicy,
    ).figures[0]?.items.a;
  const nearTop = { shown: false, reason: "hidden-near-end", low: 3.7, high: 5, n: 4 };
  expect(figure([5, 5, 5, 5], 0.99)).toEqual(nearTop);
  expect(figure([1, 5, 5, 5], 0.99)).toEqual(nearTop);
  // By chance, as cover for them.
  expect(figure([1, 4, 5, 5], 0)).toEqual(nearTop);
  expect(figure([1, 4, 5, 5], 0.99)).toMatchObject({ shown: true, mean: 3.75 });
});

test("of all raters the range is told that follows from their groups", () => {
  const { figures } = discloseReportFigures(
    {
      items: [{ id: "a", competency: "c", scale: five }],
      competencies: [{ id: "c", hat: null }],
      responses: [
        ...[5, 5, 5, 5].map((value) => ({ relationship: "peer", ratings: [value] })),
        ...[2, 3, 4, 3].map((value) => ({ relationship: "report", ratings: [value] })),
      ],
      chance: () => 1 - 1e-9,
    },
    standardPolicy,
  );
  const all = figures.find(({ id }) => id === "all");
  // (4 x 3.7 + 4 x 3) / 8 to (4 x 5 + 4 x 3) / 8, outwards to tenths.
  expect(all?.items.a).toEqual({
    shown: false,
    reason: "hidden-near-end",
    low: 3.3,
    high: 4,
    n: 8,
  });
  expect(all?.competencies.c).toMatchObject({ shown: true, mean: 3.65, within: 0.35, n: 8 });
});
