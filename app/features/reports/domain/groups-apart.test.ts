import { expect, test } from "vitest";
import { normals } from "../testing/seeded.ts";
import { groupsApart } from "./groups-apart.ts";
import { OTHERS, SELF } from "./report-content.ts";

type Means = Record<string, { n: number; mean: number } | null>;

const row = (means: Means) => ({
  estimates: Object.fromEntries(
    Object.entries(means).map(([id, figure]) => [
      id,
      figure
        ? { shown: true as const, ...figure, low: null, high: null, shares: null, agreement: null }
        : { shown: false as const, reason: "hidden-few-raters" as const },
    ]),
  ),
});

test("groups that agree are not apart; one that is milder everywhere is so in common alone", () => {
  const same = [0.2, -0.4, 1].map((mean) => row({ peer: { n: 4, mean }, report: { n: 3, mean } }));
  expect(groupsApart(same)).toEqual({ common: { squares: 0, df: 1 }, own: { squares: 0, df: 2 } });
  const milder = [0.2, -0.4, 1].map((mean) =>
    row({ peer: { n: 4, mean }, report: { n: 4, mean: mean + 0.6 } }),
  );
  const { common, own } = groupsApart(milder);
  expect(common.squares).toBeCloseTo(2 * 4 * 0.3 ** 2, 9);
  expect(own.squares).toBeCloseTo(0, 9);
});

test("squares are what raters' own variances lead one to expect", () => {
  const normal = normals(3);
  const [strict, single, n, competencies] = [0.4, 0.6, 4, 6];
  const all = Array.from({ length: 400 }, () => {
    const groups = ["a", "b", "c"].map((id) => ({ id, shift: (strict * normal()) / Math.sqrt(n) }));
    return groupsApart(
      Array.from({ length: competencies }, () => {
        const truth = normal();
        return row(
          Object.fromEntries(
            groups.map(({ id, shift }) => [
              id,
              { n, mean: truth + shift + (single * normal()) / Math.sqrt(n) },
            ]),
          ),
        );
      }),
    );
  });
  const rate = (part: "common" | "own") =>
    all.reduce((sum, each) => sum + each[part].squares, 0) /
    all.reduce((sum, each) => sum + each[part].df, 0);
  expect(Math.abs(rate("own") / single ** 2 - 1)).toBeLessThan(0.06);
  expect(Math.abs(rate("common") / (strict ** 2 + single ** 2 / competencies) - 1)).toBeLessThan(
    0.15,
  );
});

test("one group alone, or one not shown in every competency, says nothing; nor do self and all together", () => {
  const none = { common: { squares: 0, df: 0 }, own: { squares: 0, df: 0 } };
  const figure = { n: 4, mean: 1 };
  expect(groupsApart([row({ peer: figure, [SELF]: figure, [OTHERS]: figure })])).toEqual(none);
  expect(
    groupsApart([row({ peer: figure, report: figure }), row({ peer: figure, report: null })]),
  ).toEqual(none);
  expect(groupsApart([])).toEqual(none);
});
