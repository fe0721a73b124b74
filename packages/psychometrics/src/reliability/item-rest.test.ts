import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle } from "../../testing/oracle.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { correlation } from "../describe/correlation.ts";
import { cronbachAlpha } from "./cronbach-alpha.ts";
import { itemRest } from "./item-rest.ts";

const attitude = oracle("attitude_chatterjee_price");
const complete = attitude.rows(Object.keys(attitude.columns));

test("complete answers: psych's r.drop, each with its n and Fisher's interval", () => {
  const expected = attitude.expected("item_statistics").values;
  const found = itemRest(matrixOf(complete), { level: 0.9 })!;
  expect(found).toMatchObject({ items: 7, level: 0.9 });
  for (const [i, own] of found.perItem.entries()) {
    expect(own).toMatchObject({ n: 30, why: null });
    expectClose(own.r, expected[i][4]);
    const half = 1.6448536269514722 / Math.sqrt(27);
    expectClose(own.upper, Math.tanh(Math.atanh(own.r as number) + half), 1e-12);
  }
});

const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: Number.NaN, freq: 3 });
const table = fc.integer({ min: 2, max: 6 }).chain((cols) =>
  fc.array(fc.array(answer, { minLength: cols, maxLength: cols }), {
    minLength: 1,
    maxLength: 14,
  }),
);

test("gaps: the item with the mean of the others answered, by definition", () => {
  fc.assert(
    fc.property(table, fc.constantFrom(0.01, 0.5, 0.8, 1), (rows, answered) => {
      const found = itemRest(matrixOf(rows), { answered })!;
      const others = rows[0]!.length - 1;
      for (const [i, own] of found.perItem.entries()) {
        const pairs = rows.flatMap((row) => {
          const given = row.filter((v, j) => j !== i && Number.isFinite(v));
          if (
            !Number.isFinite(row[i]) ||
            given.length === 0 ||
            given.length / others < answered - 1e-9
          )
            return [];
          return [[row[i]!, given.reduce((a, b) => a + b, 0) / given.length] as const];
        });
        expect(own.n).toBe(pairs.length);
        if (pairs.length < 4) expect(own).toMatchObject({ r: null, why: "too-few" });
        if (own.r === null) continue;
        const direct = correlation(
          pairs.map(([x]) => x),
          pairs.map(([, y]) => y),
        );
        expectClose(own.r, direct!.r, 1e-12);
      }
    }),
    { numRuns: 80 },
  );
});

test("complete tables: alpha's item-rest correlations whatever the numbers", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 }), {
        minLength: 4,
        maxLength: 12,
      }),
      (rows) => {
        const alpha = cronbachAlpha(matrixOf(rows));
        if (alpha === null) return;
        itemRest(matrixOf(rows))!.perItem.forEach((own, i) => {
          const expected = alpha.perItem[i]!.itemRest;
          if (expected === null) expect(own.r).toBeNull();
          else expect(Math.abs((own.r as number) - expected)).toBeLessThan(1e-9);
        });
      },
    ),
    { numRuns: 60 },
  );
});

test("too few people, an item or the rest alike: no number, with the reason and the n", () => {
  const rows = [
    [3, 1, 2, 0.1],
    [3, 2, 4, 0.1],
    [3, 4, Number.NaN, 0.1],
    [3, 5, 3, 0.1],
    [Number.NaN, Number.NaN, 5, Number.NaN],
  ];
  const found = itemRest(matrixOf(rows))!;
  expect(found.perItem[0]).toEqual({
    n: 4,
    r: null,
    lower: null,
    upper: null,
    p: null,
    why: "first-alike",
  });
  expect(found.perItem[1]).toMatchObject({ n: 4, why: null });
  expect(found.perItem[2]).toMatchObject({ n: 3, r: null, why: "too-few" });
  expect(itemRest(matrixOf(rows), { least: 3 })!.perItem[2]).toMatchObject({ n: 3, why: null });
  // The mean of .1 and .2 and that of .15 differ by rounding alone.
  const alike = [1, 2, 3, 4].map((v, i) => (i % 2 ? [v, 0.1, 0.2] : [v, 0.15, 0.15]));
  expect(itemRest(matrixOf(alike))!.perItem[0]).toMatchObject({ n: 4, why: "second-alike" });
  expect(itemRest(matrixOf([[1], [2]]))).toBeNull();
  expect(itemRest(matrixOf([]))).toBeNull();
  expect(() => itemRest(matrixOf(rows), { least: 2 })).toThrow("a correlation of 2 people");
  expect(() => itemRest(matrixOf(rows), { answered: 0 })).toThrow("share 0");
  expect(() => itemRest(matrixOf(rows), { answered: 1.2 })).toThrow(RangeError);
  expect(() => itemRest(matrixOf(rows), { level: 1 })).toThrow(RangeError);
});
