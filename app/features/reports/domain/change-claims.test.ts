import { describe, expect, test, vi } from "vitest";
import { finish } from "../testing/finish.ts";
import { normals, seeded } from "../testing/seeded.ts";
import { changesOfRound as changesInSteps, type HatChanges, noiseBands } from "./change-claims.ts";

// Whole rounds are made up and judged: more work than a test usually has.
vi.setConfig({ testTimeout: 180_000 });

const changesOfRound = (hats: readonly HatChanges[]) => finish(changesInSteps(hats));

/** Noise of a competency's change, in shares of the scale's length: what all have in common, and its own. */
const [COMMON, OWN] = [0.05, 0.045];
const COMPETENCIES = 6;
const ids = Array.from({ length: COMPETENCIES }, (_, at) => `competency-${at}`);

function hatOf(changes: readonly number[], given: Partial<HatChanges> = {}): HatChanges {
  const mean = changes.reduce((sum, each) => sum + each, 0) / changes.length;
  return {
    hat: { id: "hat", change: mean, extra: 0 },
    common: COMMON,
    competencies: changes.map((change, at) => ({
      id: ids[at] ?? "",
      change,
      standardError: OWN,
    })),
    assumed: null,
    ...given,
  };
}

type Draw = (random: () => number, normal: () => number) => number;
type Made = { truth: number[]; hat: HatChanges };

/**
 * Hats of participants whose true changes are drawn like this, in points of a scale of five; `all` moves a whole hat.
 */
function round(draw: Draw, { hats = 60, seed = 1, all = (() => 0) as Draw } = {}): Made[] {
  const random = seeded(seed);
  const normal = normals(seed + 1);
  return Array.from({ length: hats }, () => {
    const [strict, whole] = [COMMON * normal(), all(random, normal)];
    const truth = ids.map(() => (whole + draw(random, normal)) / 4);
    return { truth, hat: hatOf(truth.map((each) => each + strict + OWN * normal())) };
  });
}

function claimed(rounds: readonly Made[][]) {
  let [claims, wrong, large, found, of] = [0, 0, 0, 0, 0];
  for (const made of rounds) {
    const changes = changesOfRound(made.map(({ hat }) => hat));
    for (const { truth, hat } of made) {
      const bands = noiseBands(hat, changes);
      for (const [at, each] of hat.competencies.entries()) {
        const band = bands.competencies.get(each.id) ?? { low: Number.NaN, high: Number.NaN };
        const direction = each.change > band.high ? 1 : each.change < band.low ? -1 : 0;
        const amount = truth[at] ?? Number.NaN;
        of++;
        if (direction !== 0) claims++;
        if (direction !== 0 && amount * direction < 0.025) wrong++;
        if (Math.abs(amount) > 0.12) large++;
        if (Math.abs(amount) > 0.12 && amount * direction > 0) found++;
      }
    }
  }
  return { claims, of, wrong: wrong / claims, power: found / large };
}

const seeds = Array.from({ length: 6 }, (_, at) => at * 10 + 1);
const sides = (random: () => number, size: number) => (random() < 0.5 ? -size : size);

describe("of the changes a round claims at most one in twenty is none, or the other way", () => {
  test.each([
    {
      name: "where many changed, large changes are mostly found",
      draw: (random: () => number) => (random() < 0.5 ? 0 : sides(random, 0.8)),
      power: 0.8,
    },
    {
      name: "where everyone changed a little and hardly anyone much",
      draw: (_: () => number, normal: () => number) => 0.2 * normal(),
      power: 0,
    },
    {
      name: "where few changed, more than a fifth of large changes are found",
      draw: (random: () => number) => (random() < 0.9 ? 0 : sides(random, 0.6)),
      power: 0.2,
    },
  ])("$name", ({ draw, power }) => {
    const found = claimed(seeds.map((seed) => round(draw, { seed })));
    expect(found.claims).toBeGreaterThan(20);
    expect(found.wrong).toBeLessThan(0.06);
    if (power > 0) expect(found.power).toBeGreaterThan(power);
  });

  test("where people changed in everything, it is not all put down to their raters", () => {
    const whole = (random: () => number) => (random() < 0.5 ? 0 : sides(random, 1));
    const found = claimed(seeds.map((seed) => round(() => 0, { seed, all: whole })));
    expect(found.wrong).toBeLessThan(0.06);
    expect(found.power).toBeGreaterThan(0.8);
  });

  test("where nobody changed, hardly anything is claimed, however strict the new raters are", () => {
    const { claims, of } = claimed(seeds.map((seed) => round(() => 0, { seed })));
    expect(claims / of).toBeLessThan(0.001);
  });
});

test("the same change is claimed where many changed and not where hardly anyone did", () => {
  const of = (draw: Draw) => changesOfRound(round(draw).map(({ hat }) => hat));
  const many = of((random) => (random() < 0.5 ? 0 : sides(random, 0.9)));
  const few = of(() => 0);
  const hat = hatOf([0.16, 0, 0, 0, 0, 0]);
  const high = (round: ReturnType<typeof of>) =>
    noiseBands(hat, round).competencies.get("competency-0")?.high;
  expect(high(many)).toBeLessThan(0.16);
  expect(high(few)).toBeGreaterThan(0.16);
});

test("where all competencies of a hat went up together, the band of each lies higher: raters may be milder", () => {
  const some = changesOfRound(
    round((random) => (random() < 0.7 ? 0 : sides(random, 0.6))).map(({ hat }) => hat),
  );
  const bandOf = (others: number) =>
    noiseBands(hatOf([0, ...Array(COMPETENCIES - 1).fill(others)]), some).competencies.get(
      "competency-0",
    );
  const [level, up, down] = [bandOf(0), bandOf(0.05), bandOf(-0.05)];
  expect(level?.low).toBeCloseTo(-(level?.high ?? 0), 2);
  expect(up?.high).toBeGreaterThan((level?.high ?? 0) + 0.02);
  expect(down?.low).toBeLessThan((level?.low ?? 0) - 0.02);
  expect(up?.low).toBeLessThan(0);
});

test("a band holds none at all, and a hat has one as well", () => {
  const made = round((random) => sides(random, 0.5)).map(({ hat }) => hat);
  const changes = changesOfRound(made);
  for (const hat of made) {
    const bands = noiseBands(hat, changes);
    expect([...bands.competencies.keys()]).toEqual(ids);
    for (const { low, high } of [
      ...bands.competencies.values(),
      bands.hat ?? { low: 1, high: -1 },
    ]) {
      expect(low).toBeLessThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(0);
    }
  }
});

test("a hat of which nothing is compared but one competency is judged like one thing", () => {
  const one = hatOf([0.3], { hat: null });
  const bands = noiseBands(one, changesOfRound([one]));
  expect(bands.hat).toBeNull();
  expect(bands.competencies.get("competency-0")?.high).toBeGreaterThan(0.1);
});

test("where raters' differing is assumed, groups that agree make a smaller change count", () => {
  const small = (squares: number) => {
    const hat = hatOf([0.02, 0.03, 0.01, 0.02, 0, 0.04], {
      common: 0.1,
      assumed: { common: { squares, df: 2 }, own: { squares: 4, df: 8 } },
    });
    return { hat, changes: changesOfRound(Array.from({ length: 8 }, () => hat)) };
  };
  const [close, apart] = [small(0.5), small(2)];
  expect(close.changes.noise.assumed.common).toBeLessThan(0.65);
  expect(apart.changes.noise.assumed.common).toBeGreaterThan(0.85);
  const high = ({ hat, changes }: ReturnType<typeof small>) => noiseBands(hat, changes).hat?.high;
  expect(high(close)).toBeLessThan(high(apart) ?? 0);
});

test("hats whose noise is assumed leave others as they are", () => {
  const known = round((random) => (random() < 0.5 ? 0 : sides(random, 0.8))).map(({ hat }) => hat);
  const assumed = { common: { squares: 0.2, df: 2 }, own: { squares: 1, df: 10 } };
  const beside = known.map((hat) => ({ ...hat, hat: null, assumed }));
  const [alone, both] = [changesOfRound(known), changesOfRound([...known, ...beside])];
  expect(both.noise.known).toEqual(alone.noise.known);
  expect(both.noise.assumed.own).toBeLessThan(0.6);
});
