import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { correlation } from "../describe/correlation.ts";
import { cronbachAlpha } from "./cronbach-alpha.ts";
import { ratersNeeded } from "./raters-needed.ts";
import { spearmanBrown } from "./spearman-brown.ts";
import { splitHalf } from "./split-half.ts";

function items(count: number, rows = 12) {
  const random = seededRandom(count);
  return Array.from({ length: rows }, () => {
    const own = random.normal();
    return Array.from({ length: count }, () => own + random.normal());
  });
}

test("a single item has neither alpha nor halves, however many answered it", () => {
  expect(cronbachAlpha(matrixOf([[1], [2], [4]]))).toBeNull();
  expect(splitHalf(matrixOf([[1], [2], [4]]))).toBeNull();
  expect(splitHalf(matrixOf([[1, 2]]))).toBeNull();
  expect(splitHalf(matrixOf([]))).toBeNull();
});

test("two items: one split, which is the standardised alpha", () => {
  const table = matrixOf(items(2));
  const halves = splitHalf(table)!;
  expect(halves).toMatchObject({ n: 12, items: 2, splits: 1 });
  const alpha = cronbachAlpha(table)?.standardized as number;
  for (const value of [halves.oddEven, halves.lowest, halves.highest, halves.mean]) {
    expectClose(value, alpha, 1e-12);
  }
});

test("four items: three splits by hand, lowest, highest and mean among them", () => {
  const rows = items(4);
  const table = matrixOf(rows);
  const r = (i: number, j: number) =>
    i === j
      ? 1
      : correlation(
          rows.map((row) => row[i]!),
          rows.map((row) => row[j]!),
        )!.r;
  const all = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].map((j) => r(i, j)));
  const total = all.reduce((a, b) => a + b, 0);
  const split = (half: number[]) => {
    const rest = [0, 1, 2, 3].filter((i) => !half.includes(i));
    const across = half.flatMap((i) => rest.map((j) => r(i, j))).reduce((a, b) => a + b, 0);
    return (4 * across) / total;
  };
  const values = [split([0, 1]), split([0, 2]), split([0, 3])];
  const halves = splitHalf(table)!;
  expectClose(halves.oddEven, values[1]!, 1e-12);
  expectClose(halves.lowest, Math.min(...values), 1e-12);
  expectClose(halves.highest, Math.max(...values), 1e-12);
  expectClose(halves.mean, values.reduce((a, b) => a + b, 0) / 3, 1e-12);
});

test("sixteen items are split in all 6,435 ways, seventeen are not, nor are constant ones", () => {
  expect(splitHalf(matrixOf(items(16)))?.splits).toBe(6435);
  expect(splitHalf(matrixOf(items(17)))).toBeNull();
  expect(splitHalf(matrixOf(items(3).map(([a, b]) => [a!, b!, 4])))).toBeNull();
});

test("alpha where the others of an item cancel out: no item-rest correlation, but alpha", () => {
  const rows = items(3).map(([a, b]) => [a!, b!, 5 - b!]);
  const alpha = cronbachAlpha(matrixOf(rows))!;
  expect(alpha.perItem[0]?.itemRest).toBeNull();
  expect(alpha.perItem[1]?.itemRest).not.toBeNull();
  // Small numbers are no reason.
  const tiny = cronbachAlpha(matrixOf(items(3).map((row) => row.map((v) => v * 1e-9))))!;
  expect(tiny.perItem.every((item) => item.itemRest !== null)).toBe(true);
  const large = cronbachAlpha(matrixOf(items(3).map(([a, b]) => [1e9 * a!, 1e9 * b!, -1e9 * b!])));
  expect(large?.perItem[0]?.itemRest).toBeNull();
  const opposed = items(2).map(([a]) => [1e9 * a!, -1e9 * a!]);
  expect(cronbachAlpha(matrixOf(opposed))).toBeNull();
});

test("lengthening and raters needed, at and beyond the ends", () => {
  expect(spearmanBrown(1, 3)).toBe(1);
  expect(spearmanBrown(1.01, 3)).toBeNull();
  expect(spearmanBrown(0, 5)).toBe(0);
  expect(spearmanBrown(-0.5, 3)).toBeNull();
  expect(ratersNeeded(1, 0.99)).toEqual({ raters: 1, reliability: 1 });
  expect(ratersNeeded(1.01, 0.7)).toBeNull();
  expect(ratersNeeded(0.5, 0)).toBeNull();
  expect(ratersNeeded(0.5, -1)).toBeNull();
  expect(ratersNeeded(0.5)).toEqual({ raters: 3, reliability: 0.75 });
});
