import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle } from "../../testing/oracle.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { correlation } from "../describe/correlation.ts";
import { covarianceMatrix } from "../describe/covariance-matrix.ts";
import { cronbachAlpha } from "./cronbach-alpha.ts";
import { ratersNeeded } from "./raters-needed.ts";
import { spearmanBrown } from "./spearman-brown.ts";
import { splitHalf } from "./split-half.ts";

const attitude = oracle("attitude_chatterjee_price");
const attitudeTable = matrixOf(attitude.rows(Object.keys(attitude.columns)));

test("alpha of attitude: raw, standardised, Feldt interval, item-rest, if dropped", () => {
  const alpha = cronbachAlpha(attitudeTable);
  const total = attitude.expected("alpha_total");
  expectClose(alpha?.alpha, total.raw_alpha);
  expectClose(alpha?.standardized, total["std.alpha"]);
  expectClose(alpha?.averageCorrelation, total.average_r);
  const [lower, upper] = attitude.expected("alpha_ci_feldt_formula");
  const psych = attitude.expected("alpha_ci_feldt");
  expectClose(alpha?.lower, psych["lower.ci"]);
  expectClose(alpha?.upper, psych["upper.ci"]);
  expectClose(alpha?.lower, lower);
  expectClose(alpha?.upper, upper);
  const items = attitude.expected("item_statistics").values;
  const dropped = attitude.expected("alpha_if_item_dropped").values;
  alpha?.perItem.forEach((item, i) => {
    expectClose(item.itemRest, items[i][4]);
    expectClose(item.alphaIfDropped, dropped[i][0]);
  });
});

const soldiers = oracle("multilevel_lq2002");
const holzinger = oracle("holzinger_swineford");

test.each(["alpha_lead", "alpha_tsig", "alpha_hostil"])("2,042 soldiers: %s", (id) => {
  const expected = soldiers.expected(id);
  const alpha = cronbachAlpha(matrixOf(soldiers.rows(Object.keys(expected.r_drop))));
  expect(alpha?.n).toBe(2042);
  expectClose(alpha?.alpha, expected.total.raw_alpha);
  expectClose(alpha?.standardized, expected.total["std.alpha"]);
  Object.keys(expected.r_drop).forEach((item, i) => {
    expectClose(alpha?.perItem[i]?.itemRest, expected.r_drop[item]);
    expectClose(alpha?.perItem[i]?.alphaIfDropped, expected.alpha_drop[item]);
  });
});

test.each(["alpha_visual", "alpha_textual", "alpha_speed"])("three ability tests: %s", (id) => {
  const expected = holzinger.expected(id);
  const alpha = cronbachAlpha(matrixOf(holzinger.rows(expected.items)));
  expectClose(alpha?.alpha, expected.total.raw_alpha);
  expectClose(alpha?.standardized, expected.total["std.alpha"]);
  expectClose(alpha?.averageCorrelation, expected.total.average_r);
  (expected.items as string[]).forEach((item, i) => {
    expectClose(alpha?.perItem[i]?.itemRest, expected.r_drop[item]);
  });
});

test("alpha of four judges is the consistency of their mean", () => {
  const judges = oracle("shrout_fleiss_1979");
  const alpha = cronbachAlpha(matrixOf(judges.rows(["J1", "J2", "J3", "J4"])));
  expectClose(alpha?.alpha, judges.expected("cronbach_alpha_equals_icc3k"));
});

test("alpha of nine ability tests and its Feldt interval", () => {
  const table = matrixOf(holzinger.rows(Object.keys(holzinger.columns)));
  const alpha = cronbachAlpha(table);
  expectClose(alpha?.alpha, holzinger.expected("alpha_all9").raw_alpha);
  expectClose(alpha?.standardized, holzinger.expected("alpha_all9")["std.alpha"]);
  const [lower, upper] = holzinger.expected("alpha_ci_feldt_all9");
  expectClose(alpha?.lower, lower);
  expectClose(alpha?.upper, upper);
});

test("alpha with gaps: listwise drops rows, pairwise uses each pair's rows", () => {
  const rows = attitude.rows(Object.keys(attitude.columns)).map((row) => [...row]);
  rows[3]![2] = Number.NaN;
  rows[9]![5] = Number.NaN;
  const kept = rows.filter((row) => row.every(Number.isFinite));
  const listwise = cronbachAlpha(matrixOf(rows), { missing: "listwise" });
  expectClose(listwise?.alpha, cronbachAlpha(matrixOf(kept))?.alpha as number, 1e-12);
  expect(listwise?.n).toBe(28);
  const pairwise = cronbachAlpha(matrixOf(rows));
  expect(pairwise?.n).toBe(30);
  // By the definition, pair by pair.
  let [total, diagonal] = [0, 0];
  for (let i = 0; i < 7; i++) {
    for (let j = 0; j < 7; j++) {
      const both = rows.filter((row) => Number.isFinite(row[i]! + row[j]!));
      const mean = (c: number) => both.reduce((sum, row) => sum + row[c]!, 0) / both.length;
      const [mi, mj] = [mean(i), mean(j)];
      const cov =
        both.reduce((sum, row) => sum + (row[i]! - mi) * (row[j]! - mj), 0) / (both.length - 1);
      total += cov;
      if (i === j) diagonal += cov;
    }
  }
  expectClose(pairwise?.alpha, (7 / 6) * (1 - diagonal / total), 1e-10);
});

test("alpha's edges: one item, one row, no variance, an item without variance, items against each other", () => {
  expect(cronbachAlpha(matrixOf([[1], [2]]))).toBeNull();
  expect(cronbachAlpha(matrixOf([[1, 2]]))).toBeNull();
  expect(
    cronbachAlpha(
      matrixOf([
        [1, 2],
        [1, 2],
      ]),
    ),
  ).toBeNull();
  expect(
    cronbachAlpha(
      matrixOf([
        [1, 2],
        [2, 1],
      ]),
    ),
  ).toBeNull();
  expect(
    cronbachAlpha(
      matrixOf([
        [0.1, 0.7],
        [0.1, 0.7],
        [0.1, 0.7],
      ]),
    ),
  ).toBeNull();
  const flat = cronbachAlpha(
    matrixOf([
      [1, 2, 3],
      [2, 3, 3],
      [4, 3, 3],
    ]),
  );
  expect(flat?.standardized).toBeNull();
  expect(flat?.perItem[2]?.itemRest).toBeNull();
  const against = cronbachAlpha(
    matrixOf([
      [1, 5],
      [2, 3],
      [5, 2],
    ]),
  );
  expect(against?.alpha).toBeLessThan(0);
});

test("split halves: the highest is psych's lambda 4, the mean over an even number of items is alpha", () => {
  // psych's lowest and mean rest on fewer than the 35 splits when the number of items is odd.
  const halves = splitHalf(attitudeTable);
  expectClose(halves?.highest, attitude.expected("splithalf_guttman").maxrb, 1e-8);
  expect(halves?.splits).toBe(35);
  const six = matrixOf(attitude.rows(Object.keys(attitude.columns).slice(1)));
  expectClose(splitHalf(six)?.mean, cronbachAlpha(six)?.standardized as number, 1e-12);
  expect(splitHalf(six)?.splits).toBe(10);
});

test("odd-even split: four covariances of the half sums over the variance of the whole", () => {
  const rows = attitude.rows(["rating", "complaints", "privileges", "learning"]);
  const sd = (c: number) => Math.sqrt(covarianceMatrix(matrixOf(rows))!.values[c * 5]!);
  const half = (cs: number[]) => rows.map((row) => cs.reduce((sum, c) => sum + row[c]! / sd(c), 0));
  const odd = half([0, 2]);
  const even = half([1, 3]);
  const sums = covarianceMatrix(matrixOf(odd.map((x, i) => [x, even[i]!, x + even[i]!])))!.values;
  const halves = splitHalf(matrixOf(rows));
  expectClose(halves?.oddEven, (4 * sums[1]!) / sums[8]!, 1e-12);
  expect(halves?.splits).toBe(3);
  expect(
    splitHalf(
      matrixOf([
        [1, 2],
        [1, 3],
      ]),
    ),
  ).toBeNull();
  expect(splitHalf(matrixOf(Array.from({ length: 3 }, () => new Float64Array(17))))).toBeNull();
});

test("Spearman-Brown and the raters needed undo each other", () => {
  expect(spearmanBrown(0.5, 2)).toBeCloseTo(2 / 3, 14);
  expect(spearmanBrown(0.3, 0)).toBeNull();
  expect(spearmanBrown(-1, 2)).toBeNull();
  expect(ratersNeeded(0.25, 0.7)).toMatchObject({ raters: 7, reliability: 0.7 });
  expect(ratersNeeded(0.25, 0.71)?.raters).toBe(8);
  expect(ratersNeeded(0.9, 0.7)?.raters).toBe(1);
  expect(ratersNeeded(0, 0.7)).toBeNull();
  expect(ratersNeeded(0.5, 1)).toBeNull();
});

test("covariances: pairwise cells say how many rows they rest on", () => {
  const table = matrixOf([
    [1, 2],
    [2, null],
    [3, 5],
    [null, null],
  ]);
  const pairwise = covarianceMatrix(table);
  expect([...(pairwise?.pairs ?? [])]).toEqual([3, 2, 2, 2]);
  expect([...(pairwise?.values ?? [])]).toEqual([1, 3, 3, 4.5]);
  expect(pairwise?.n).toBe(3);
  expect([...(covarianceMatrix(table, { missing: "listwise" })?.values ?? [])]).toEqual([
    2, 3, 3, 4.5,
  ]);
  expect(covarianceMatrix(matrixOf([[1, 2]]))).toBeNull();
  expect(
    covarianceMatrix(
      matrixOf([
        [1, null],
        [null, 2],
        [3, null],
      ]),
    )?.values[1],
  ).toBeNaN();
});

test("correlation: Fisher's interval and t test against first principles; flat or lonely lists are null", () => {
  const x = attitude.numbers("rating");
  const y = attitude.numbers("complaints");
  const c = correlation(x, y);
  expectClose(
    (c?.r as number) ** 2,
    attitude.expected("relaimpo_first_last_pratt_betasq").first.complaints,
  );
  expectClose(
    Math.atanh(c?.upper as number) - Math.atanh(c?.lower as number),
    (2 * 1.959963984540054) / Math.sqrt(27),
    1e-10,
  );
  expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull();
  expect(correlation([1], [2])).toBeNull();
  expect(correlation([1, 2, 3], [2, 4, 6])).toMatchObject({ r: 1, p: 0, lower: null });
  expect(correlation([1, 2], [3, 1])).toMatchObject({ n: 2, r: -1, p: null });
  expect(() => correlation([1], [])).toThrow(RangeError);
});
