import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle } from "../../testing/oracle.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { groupIcc } from "../groups/group-icc.ts";
import { decisionStudy } from "./decision-study.ts";
import { generalizability } from "./generalizability.ts";
import type { Rating } from "./score-table.ts";

const judges = ["J1", "J2", "J3", "J4"];
const shroutFleiss = oracle("shrout_fleiss_1979");
const crossed: Rating[] = shroutFleiss
  .rows(judges)
  .flatMap((row, ratee) => row.map((value, rater) => ({ ratee, rater, value })));

test("ratees x raters: components and decision study are R's", () => {
  const study = generalizability(crossed, "crossed");
  const expected = shroutFleiss.expected("gstudy_anova");
  expectClose(study?.raw.ratee, expected.var_person, 1e-10);
  expectClose(study?.raw.rater, expected.var_rater, 1e-10);
  expectClose(study?.raw.residual, expected.var_residual, 1e-10);
  const raters = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  decisionStudy(study!, { raters }).forEach((decision, i) => {
    const reference = shroutFleiss.expected("dstudy_1_to_10_raters")[i];
    expect(decision.raters).toBe(reference.n_raters);
    expectClose(decision.relative, reference.g_relative, 1e-10);
    expectClose(decision.absolute, reference.phi_absolute, 1e-10);
    expectClose(decision.semRelative, reference.sem_relative, 1e-10);
    expectClose(decision.semAbsolute, reference.sem_absolute, 1e-10);
  });
});

test("no true differences between ratees: component 0, not NaN", () => {
  const rows = Array.from({ length: 6 }, () => [3, 4, 5, 2]);
  const flat = rows.flatMap((row, ratee) => row.map((value, rater) => ({ ratee, rater, value })));
  const study = generalizability(flat, "crossed");
  const expected = shroutFleiss.expected("edge_all_equal_targets");
  expectClose(study?.components.ratee, expected.var_person);
  expectClose(study?.components.rater, expected.var_rater, 1e-10);
  expect(decisionStudy(study!, { raters: [3] })[0]?.relative ?? 0).toBe(0);
});

test("raters within ratees, one item: the one-way ICC(1), unequal numbers of raters", () => {
  const sizes = [2, 4, 3, 1];
  const random = seededRandom(1);
  const ratings = sizes.flatMap((size, ratee) =>
    Array.from({ length: size }, (_, r) => ({
      ratee,
      rater: `${ratee}-${r}`,
      value: random.normal() + ratee,
    })),
  );
  const study = generalizability(ratings, "nested");
  const icc = groupIcc(
    ratings.map((r) => r.value),
    ratings.map((r) => r.ratee),
  );
  const { ratee, rater } = study!.raw;
  expectClose(ratee / (ratee + rater), icc?.icc1 as number, 1e-10);
  expectClose(study?.raters, 4 / (1 / 2 + 1 / 4 + 1 / 3 + 1), 1e-12);
});

/** Ratings from known components: ratee .5, rater .3, item .2, ratee x item .15, residual .4. */
function simulate(nested: boolean, ratees: number, raters: (p: number) => number, items: number) {
  const random = seededRandom(11);
  const draw = (sd: number) => sd * random.normal();
  const item = Array.from({ length: items }, () => draw(Math.sqrt(0.2)));
  const shared = Array.from({ length: 50 }, () => draw(Math.sqrt(0.3)));
  const ratings: Rating[] = [];
  for (let p = 0; p < ratees; p++) {
    const level = draw(Math.sqrt(0.5));
    const rateeItem = item.map(() => draw(Math.sqrt(0.15)));
    for (let r = 0; r < raters(p); r++) {
      const rater = nested ? draw(Math.sqrt(0.3)) : shared[r]!;
      item.forEach((effect, i) => {
        const value = level + rater + effect + rateeItem[i]! + draw(Math.sqrt(0.4));
        ratings.push({ ratee: p, rater: nested ? `${p}-${r}` : r, item: i, value });
      });
    }
  }
  return ratings;
}

test("nested with items recovers its components, unequal numbers of raters too", () => {
  const study = generalizability(
    simulate(true, 600, (p) => 2 + (p % 5), 12),
    "nested",
  )!;
  expect(Math.abs(study.raw.ratee - 0.5)).toBeLessThan(0.1);
  expect(Math.abs(study.raw.rater - 0.3)).toBeLessThan(0.03);
  expect(Math.abs(study.raw.rateeItem - 0.15)).toBeLessThan(0.02);
  expect(Math.abs(study.raw.residual - 0.4)).toBeLessThan(0.02);
  expect(study.raw.item).toBeGreaterThan(0.05);
  expect(study.raw.item).toBeLessThan(0.5);
});

test("crossed with items recovers its components", () => {
  const study = generalizability(
    simulate(false, 150, () => 40, 10),
    "crossed",
  )!;
  expect(Math.abs(study.raw.ratee - 0.5)).toBeLessThan(0.2);
  expect(Math.abs(study.raw.rater - 0.3)).toBeLessThan(0.2);
  expect(Math.abs(study.raw.rateeItem - 0.15)).toBeLessThan(0.03);
  expect(Math.abs(study.raw.rateeRater)).toBeLessThan(0.01);
  expect(Math.abs(study.raw.raterItem)).toBeLessThan(0.01);
  expect(Math.abs(study.raw.residual - 0.4)).toBeLessThan(0.01);
});

test("a decision study of a nested design counts raters' levels against ranking too", () => {
  const components = {
    ratee: 0.5,
    rater: 0.3,
    item: 0.2,
    rateeRater: 0,
    rateeItem: 0.15,
    raterItem: 0,
    residual: 0.4,
  };
  const grid = { raters: [3, 6], items: [4, 8] };
  const nested = decisionStudy({ design: "nested", components }, grid);
  expect(nested.map((d) => [d.raters, d.items])).toEqual([
    [3, 4],
    [3, 8],
    [6, 4],
    [6, 8],
  ]);
  const error = 0.3 / 3 + 0.15 / 4 + 0.4 / 12;
  expectClose(nested[0]?.relative, 0.5 / (0.5 + error), 1e-12);
  expectClose(nested[0]?.absolute, 0.5 / (0.5 + error + 0.2 / 4), 1e-12);
  const crossedError = 0.15 / 4 + 0.4 / 12;
  expectClose(
    decisionStudy({ design: "crossed", components }, grid)[0]?.relative,
    0.5 / (0.5 + crossedError),
    1e-12,
  );
  expect(() => decisionStudy({ design: "nested", components }, { raters: [0] })).toThrow(
    RangeError,
  );
});

test("gaps: nested leaves incomplete raters out, crossed is refused, so is a cell rated twice", () => {
  const ratings = simulate(true, 5, () => 3, 2);
  const gap = generalizability(ratings.slice(1), "nested");
  expect(gap?.n).toBe(ratings.length - 2);
  expect(generalizability(crossed.slice(1), "crossed")).toBeNull();
  expect(generalizability([...crossed, crossed[0]!], "crossed")).toBeNull();
  expect(
    generalizability(
      crossed.filter((r) => r.rater === 0),
      "crossed",
    ),
  ).toBeNull();
  expect(
    generalizability(
      crossed.filter((r) => r.ratee === 0),
      "nested",
    ),
  ).toBeNull();
  expect(
    generalizability(
      simulate(true, 5, () => 1, 2),
      "nested",
    ),
  ).toBeNull();
});
