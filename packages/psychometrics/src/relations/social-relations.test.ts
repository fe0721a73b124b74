import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import { cholesky } from "../linear/cholesky.ts";
import { groupRelations, type RelationComponents } from "./group-relations.ts";
import type { RoundRobinRating } from "./round-robin.ts";
import {
  type SocialRelations,
  type SocialRelationsOptions,
  socialRelations,
} from "./social-relations.ts";

const NAMES = ["actor", "partner", "relationship", "actorPartner", "dyadic"] as const;

function fitted(ratings: RoundRobinRating[], options?: SocialRelationsOptions): SocialRelations {
  const found = socialRelations(ratings, options);
  if (!found.ok) throw new Error(found.reason);
  return found;
}

function ratingsOf(values: number[][], group?: string | number): RoundRobinRating[] {
  return values.flatMap((row, i) =>
    row.flatMap((value, j) =>
      i === j
        ? []
        : [{ ...(group === undefined ? {} : { group }), rater: `m${i}`, ratee: `m${j}`, value }],
    ),
  );
}

/** Kenny's example of six people (davidakenny.net/srm/mathsrm.htm, "The Mathematics of the Social Relations Model"). */
const kenny = [
  [0, 4, 5, 6, 7, 5],
  [2, 0, 1, 3, 2, 4],
  [5, 4, 0, 3, 2, 6],
  [4, 5, 4, 0, 2, 5],
  [1, 4, 4, 3, 0, 3],
  [5, 7, 5, 3, 9, 0],
];

const actorVariance = (values: number[][]) => {
  const { members } = groupRelations({ group: 0, members: values.map((_, i) => i), values });
  return members.reduce((sum, { actor }) => sum + actor ** 2, 0) / (members.length - 1);
};

/** The mean over every choice of that many members. */
function overSubgroups(values: number[][], size: number): number {
  const sets = (from: number, left: number): number[][] =>
    left === 0
      ? [[]]
      : values.flatMap((_, i) =>
          i < from ? [] : sets(i + 1, left - 1).map((rest) => [i, ...rest]),
        );
  const all = sets(0, size).map((set) =>
    actorVariance(set.map((i) => set.map((j) => values[i]![j]!))),
  );
  return all.reduce((a, b) => a + b, 0) / all.length;
}

test("Kenny's six people: his actor effects, their variance, and the variance over all fives and fours of them", () => {
  const { teams } = fitted(ratingsOf(kenny));
  const effects = teams[0]!.members.map(({ actor }) => actor);
  // Printed to three decimals.
  for (const [i, value] of [1.208, -1.625, -0.167, -0.208, -1.083, 1.875].entries())
    expect(Math.abs(effects[i]! - value)).toBeLessThan(5.1e-4);
  expect(Math.abs(actorVariance(kenny) - 1.772)).toBeLessThan(5.1e-4);
  expect(Math.abs(overSubgroups(kenny, 5) - 1.894)).toBeLessThan(5.1e-4);
  // Of fifteen teams of four, added up from rounded figures.
  expect(Math.abs(overSubgroups(kenny, 4) - 2.112)).toBeLessThan(1e-3);
});

test("effects are least squares: they add to nothing, and what they leave over is level in every row and column", () => {
  const team = fitted(ratingsOf(kenny)).teams[0]!;
  const sum = (list: number[]) => Math.abs(list.reduce((a, b) => a + b, 0));
  expect(sum(team.members.map((m) => m.actor))).toBeLessThan(1e-12);
  expect(sum(team.members.map((m) => m.partner))).toBeLessThan(1e-12);
  const rest = kenny.map((row, i) =>
    row.map((value, j) =>
      i === j ? 0 : value - team.mean - team.members[i]!.actor - team.members[j]!.partner,
    ),
  );
  for (const [i, row] of rest.entries()) {
    expect(sum(row)).toBeLessThan(1e-12);
    expect(sum(rest.map((other) => other[i]!))).toBeLessThan(1e-12);
  }
});

/** The covariance matrix of a round robin of n, cell by cell, by the model's definition. */
function covariance(n: number, c: RelationComponents) {
  const cells = Array.from(
    { length: n * n },
    (_, at) => [Math.floor(at / n), at % n] as const,
  ).filter(([i, j]) => i !== j);
  const v = new Float64Array(cells.length ** 2);
  for (const [a, [i, j]] of cells.entries()) {
    for (const [b, [k, l]] of cells.entries()) {
      let value = 0;
      if (i === k) value += c.actor;
      if (j === l) value += c.partner;
      if (i === l) value += c.actorPartner;
      if (j === k) value += c.actorPartner;
      if (i === k && j === l) value += c.relationship;
      if (i === l && j === k) value += c.dyadic;
      v[a * cells.length + b] = value;
    }
  }
  return { cells, v };
}

test.each([4, 5, 6, 9])(
  "%d members: the components' expectations are the components, exactly",
  (n) => {
    const truth = {
      actor: 0.7,
      partner: 0.4,
      relationship: 1.1,
      actorPartner: -0.25,
      dyadic: 0.35,
    };
    const { cells, v } = covariance(n, truth);
    const size = cells.length;
    const root = cholesky(v, size)!;
    const expected = Object.fromEntries(
      NAMES.map((name) => [name, 0]),
    ) as unknown as RelationComponents;
    // The expectation of a quadratic form is its sum over the columns of a root of the covariance matrix.
    for (let k = 0; k < size; k++) {
      const values = Array.from({ length: n }, () => new Array<number>(n).fill(0));
      for (const [at, [i, j]] of cells.entries()) values[i]![j] = root[at * size + k]!;
      const { components } = groupRelations({ group: 0, members: values.map((_, i) => i), values });
      for (const name of NAMES) expected[name] += components[name];
    }
    for (const name of NAMES) expectClose(expected[name], truth[name], 1e-10, name);
  },
);

const cell = fc.integer({ min: 1, max: 7 });
const square = fc
  .integer({ min: 4, max: 7 })
  .chain((n) =>
    fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
  );

test("order, level and unit of the scale don't matter; turning the table round swaps actors and partners", () => {
  fc.assert(
    fc.property(square, fc.integer({ min: -9, max: 9 }), (values, shift) => {
      const found = socialRelations(ratingsOf(values));
      if (!found.ok) return;
      const same = (other: SocialRelations, by: number, swap = false) => {
        for (const name of NAMES) {
          const theirs =
            swap && name === "actor" ? "partner" : swap && name === "partner" ? "actor" : name;
          const own = by * found.components[name].estimate;
          expect(Math.abs(own - other.components[theirs].estimate), name).toBeLessThan(1e-8);
        }
      };
      same(fitted(ratingsOf(values).reverse()), 1);
      same(fitted(ratingsOf(values.map((row) => row.map((v) => 3 * v + shift)))), 9);
      same(fitted(ratingsOf(values.map((row, i) => row.map((_, j) => values[j]![i]!)))), 1, true);
    }),
    { numRuns: 50 },
  );
});

/** Teams drawn from known components: actor .5, partner .3, relationship .8, covariances .15 and .3. */
function simulated(sizes: number[], seed: number) {
  const random = seededRandom(seed);
  const pair = (a: number, b: number, both: number) => {
    const [x, y] = [random.normal(), random.normal()];
    const first = Math.sqrt(a) * x;
    return [first, (both / a) * first + Math.sqrt(b - both ** 2 / a) * y] as const;
  };
  return sizes.flatMap((n, group) => {
    const people = Array.from({ length: n }, () => pair(0.5, 0.3, 0.15));
    const values = people.map(() => new Array<number>(n).fill(0));
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        const [g, h] = pair(0.8, 0.8, 0.3);
        values[i]![j] = 4 + people[i]![0] + people[j]![1] + g;
        values[j]![i] = 4 + people[j]![0] + people[i]![1] + h;
      }
    }
    return ratingsOf(values, group);
  });
}

test("teams of several sizes: known components come back, and intervals hold them as often as they say", () => {
  const truth = { actor: 0.5, partner: 0.3, relationship: 0.8, actorPartner: 0.15, dyadic: 0.3 };
  const sizes = Array.from({ length: 24 }, (_, g) => 4 + (g % 5));
  const runs = 120;
  const sums = { actor: 0, partner: 0, relationship: 0, actorPartner: 0, dyadic: 0 };
  const squares = { ...sums };
  let inside = 0;
  for (let run = 0; run < runs; run++) {
    const found = fitted(simulated(sizes, 50 + run), { level: 0.9 });
    for (const name of NAMES) {
      const { estimate, lower, upper } = found.components[name];
      sums[name] += estimate;
      squares[name] += estimate ** 2;
      if ((lower as number) <= truth[name] && (upper as number) >= truth[name]) inside++;
    }
  }
  for (const name of NAMES) {
    const mean = sums[name] / runs;
    const error = Math.sqrt((squares[name] / runs - mean ** 2) / runs);
    expect(Math.abs(mean - truth[name]) / error, name).toBeLessThan(3.5);
  }
  // Correlated in fives: the binomial error of the share alone is .012.
  expect(Math.abs(inside / (5 * runs) - 0.9)).toBeLessThan(0.05);
});

test("pooling: means weighted by members less one, errors from how teams differ, tests with teams less one", () => {
  const sizes = [4, 6, 9];
  const ratings = simulated(sizes, 3);
  const found = fitted(ratings);
  expect(found).toMatchObject({ groups: 3, members: 19, n: 12 + 30 + 72, level: 0.95 });
  for (const name of NAMES) {
    const own = found.teams.map((team) => team.components[name]);
    const alone = sizes.map((_, g) => fitted(ratings.filter((r) => r.group === g)));
    expect(own).toEqual(alone.map((each) => each.components[name].estimate));
    const mean = (3 * own[0]! + 5 * own[1]! + 8 * own[2]!) / 16;
    const spread =
      (3 * (own[0]! - mean) ** 2 + 5 * (own[1]! - mean) ** 2 + 8 * (own[2]! - mean) ** 2) / 2;
    const { estimate, standardError, lower, t } = found.components[name];
    expectClose(estimate, mean, 1e-12);
    expectClose(standardError, Math.sqrt(spread / 16), 1e-12);
    expectClose(lower, mean - tQuantile(0.975, 2) * Math.sqrt(spread / 16), 1e-10);
    expectClose(t, mean / Math.sqrt(spread / 16), 1e-10);
  }
  const { actor, dyadic } = found.components;
  // With two degrees of freedom the tail of t is 1/2 - t / (2 sqrt(2 + t2)).
  const tail = (t: number) => 0.5 - t / (2 * Math.sqrt(2 + t * t));
  expectClose(actor.p, tail(actor.t as number), 1e-10);
  expectClose(dyadic.p, 2 * tail(Math.abs(dyadic.t as number)), 1e-10);
});

test("shares, reciprocity and reliability follow from the components", () => {
  const found = fitted(simulated([6, 7, 8, 9, 6, 7], 12));
  const of = (name: (typeof NAMES)[number]) => found.components[name].estimate;
  const total = of("actor") + of("partner") + of("relationship");
  expectClose(found.shares?.actor, of("actor") / total, 1e-12);
  expectClose(found.reciprocity.dyadic, of("dyadic") / of("relationship"), 1e-12);
  expectClose(
    found.reciprocity.generalized,
    of("actorPartner") / Math.sqrt(of("actor") * of("partner")),
    1e-12,
  );
  const { reliability, size } = found.teams[0]!;
  const error = (of("relationship") * (size - 1) + of("dyadic")) / (size * (size - 2));
  expectClose(reliability.actor, of("actor") / (of("actor") + error), 1e-12);
  expectClose(reliability.partner, of("partner") / (of("partner") + error), 1e-12);
});

test("a single team has components and no tests; a variance below 0 is kept, and has no share, correlation or reliability", () => {
  const one = fitted(ratingsOf(kenny));
  expect(one.components.actor).toMatchObject({
    standardError: null,
    lower: null,
    t: null,
    p: null,
  });
  expect(one.components.actor.estimate).toBeGreaterThan(0);
  // Everyone gives the same set of ratings in turn: members differ less than chance would have it.
  const turned = [0, 1, 2, 3, 4].map((i) =>
    [0, 1, 2, 3, 4].map((j) => (i === j ? 0 : (j - i + 5) % 5)),
  );
  const level = fitted(ratingsOf(turned));
  expect(level.components.actor.estimate).toBeLessThan(0);
  expect(level.shares).toEqual({ actor: 0, partner: 0, relationship: 1 });
  expect(level.reciprocity.generalized).toBeNull();
  expect(level.teams[0]?.reliability).toEqual({ actor: null, partner: null });
});

test("teams that do not differ at all have no error to test by", () => {
  const twins = fitted([...ratingsOf(kenny, "a"), ...ratingsOf(kenny, "b")]);
  expect(twins.groups).toBe(2);
  for (const name of NAMES) {
    const { estimate, ...rest } = twins.components[name];
    expectClose(estimate, fitted(ratingsOf(kenny)).components[name].estimate, 1e-12);
    expect(rest).toEqual({ standardError: null, lower: null, upper: null, t: null, p: null });
  }
});

test("teams too small, with gaps or with a pair rated twice: refused by name, or left out and said", () => {
  const good = ratingsOf(kenny, "six");
  const three = ratingsOf(
    kenny.slice(0, 3).map((row) => row.slice(0, 3)),
    "three",
  );
  const gap = ratingsOf(kenny, "gap").map((r, i) => (i === 7 ? { ...r, value: Number.NaN } : r));
  const missing = ratingsOf(kenny, "missing").slice(1);
  const twice = [
    ...ratingsOf(kenny, "twice"),
    { group: "twice", rater: "m0", ratee: "m1", value: 3 },
  ];
  for (const [bad, reason] of [
    [three, "group-too-small"],
    [gap, "missing-cells"],
    [missing, "missing-cells"],
    [twice, "rated-twice"],
  ] as const) {
    const group = bad[0]?.group;
    expect(socialRelations([...good, ...bad])).toEqual({ ok: false, reason, group });
    const rest = fitted([...good, ...bad], { incomplete: "leave-out" });
    const { members } = rest.leftOut[0]!;
    expect(rest.leftOut).toEqual([{ group, reason, members }]);
    expect(rest.groups).toBe(1);
    expect(rest.components).toEqual(fitted(good).components);
    expect(socialRelations([...bad], { incomplete: "leave-out" })).toMatchObject({ reason, group });
  }
  expect(socialRelations([])).toEqual({ ok: false, reason: "no-ratings", group: null });
  const flat = ratingsOf(kenny.map((row) => row.map(() => 0.1)));
  expect(socialRelations(flat)).toEqual({ ok: false, reason: "no-variance", group: null });
});

test("ratings of oneself are counted and not used", () => {
  const selves = kenny.map((_, i) => ({ rater: `m${i}`, ratee: `m${i}`, value: 5 }));
  const found = fitted([...ratingsOf(kenny), ...selves]);
  expect(found.selfRatings).toBe(6);
  expect(found.components).toEqual(fitted(ratingsOf(kenny)).components);
  // Someone who only rated themselves is no member.
  expect(fitted([...ratingsOf(kenny), { rater: "x", ratee: "x", value: 1 }]).members).toBe(6);
});
