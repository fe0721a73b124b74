import fc from "fast-check";
import { expect, test } from "vitest";
import {
  amountEffectiveness,
  amountShares,
  averageDeviation,
  awg,
  correlation,
  covarianceEllipse,
  cronbachAlpha,
  describe,
  enps,
  etaSquared,
  groupComponents,
  groupIcc,
  intraclass,
  itemRest,
  kendallW,
  krippendorffAlpha,
  matrixOf,
  meanInterval,
  percentileRank,
  rwg,
  rwgJ,
  scaleCorrelations,
  selfOtherGap,
  shrunkenMean,
  versatility,
} from "./index.ts";

const rating = fc.integer({ min: 1, max: 5 });
const ratings = fc.array(rating, { minLength: 2, maxLength: 12 });
const gappy = fc.array(fc.option(rating, { nil: Number.NaN }), { maxLength: 12 });
const table = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, cols]) =>
    fc.array(fc.array(rating, { minLength: cols, maxLength: cols }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
const scale = { low: 1, right: 3, high: 5 };

/** All numbers of a result, in order; null stays null. */
function figures(result: unknown): (number | null)[] {
  if (result === null || typeof result === "number") return [result];
  if (Array.isArray(result)) return result.flatMap(figures);
  if (typeof result === "object") return Object.values(result as object).flatMap(figures);
  return [];
}

function expectSame(a: unknown, b: unknown) {
  const [p, q] = [figures(a), figures(b)];
  expect(p.length).toBe(q.length);
  for (const [i, value] of p.entries()) {
    const other = q[i] as number | null;
    if (value === null || other === null || !Number.isFinite(value)) expect(value).toEqual(other);
    else expect(Math.abs(value - other)).toBeLessThan(1e-8 * (1 + Math.abs(value)));
  }
}

const ofList = {
  describe: (v: number[]) => describe(v),
  meanInterval: (v: number[]) => meanInterval(v),
  averageDeviation: (v: number[]) => averageDeviation(v, { about: "median" }),
  rwg: (v: number[]) => rwg(v, { options: 5 }),
  awg: (v: number[]) => awg(v, { low: 1, high: 5 }),
  amountShares: (v: number[]) => amountShares(v, scale),
  amountEffectiveness: (v: number[]) => amountEffectiveness(v, scale),
  versatility: (v: number[]) => versatility(v, v, scale),
  selfOtherGap: (v: number[]) => selfOtherGap(3, v, { pooledSd: 1 }),
  shrunkenMean: (v: number[]) =>
    shrunkenMean(v, { centre: 3, betweenVariance: 0.2, withinVariance: 1 }),
  percentileRank: (v: number[]) => percentileRank(3, v),
  enps: (v: number[]) => enps(v),
};

test.each(Object.entries(ofList))(
  "%s: order doesn't matter, gaps only take away",
  (_, statistic) => {
    fc.assert(
      fc.property(gappy, fc.integer(), (values, turn) => {
        const at = values.length === 0 ? 0 : Math.abs(turn) % values.length;
        const turned = [...values.slice(at), ...values.slice(0, at)].reverse();
        expectSame(statistic(turned), statistic(values));
        const full = values.filter(Number.isFinite);
        const [withGaps, without] = [statistic(values), statistic(full)];
        const counted = (r: typeof withGaps) =>
          r !== null && "missing" in r ? { ...r, missing: 0 } : r;
        expectSame(counted(withGaps), counted(without));
      }),
      { numRuns: 60 },
    );
  },
);

const ofTable = {
  cronbachAlpha: (t: number[][]) => cronbachAlpha(matrixOf(t)),
  intraclass: (t: number[][]) => {
    const icc = intraclass(matrixOf(t));
    return icc && [icc.icc11, icc.icc21, icc.icc31];
  },
  rwgJ: (t: number[][]) => rwgJ(matrixOf(t), { options: 5 }),
  kendallW: (t: number[][]) => kendallW(matrixOf(t)),
  krippendorffAlpha: (t: number[][]) => krippendorffAlpha(matrixOf(t), "ordinal"),
};

test.each(Object.entries(ofTable))(
  "%s: order of rows and columns doesn't matter",
  (name, statistic) => {
    fc.assert(
      fc.property(table, (t) => {
        expectSame(statistic([...t].reverse()), statistic(t));
        if (name === "cronbachAlpha") return; // its items are listed in order
        expectSame(statistic(t.map((row) => [...row].reverse())), statistic(t));
      }),
      { numRuns: 60 },
    );
  },
);

test("shifting and stretching the scale leaves reliabilities alone", () => {
  fc.assert(
    fc.property(
      table,
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      fc.integer({ min: -50, max: 50 }),
      (t, by, plus) => {
        const moved = t.map((row) => row.map((v) => by * v + plus));
        const alpha = (x: number[][]) => cronbachAlpha(matrixOf(x))?.alpha ?? null;
        const icc = (x: number[][]) => intraclass(matrixOf(x))?.icc11.icc ?? null;
        const interval = (x: number[][]) => krippendorffAlpha(matrixOf(x))?.alpha ?? null;
        for (const statistic of [alpha, icc, interval]) expectSame(statistic(moved), statistic(t));
        const group = t.flatMap((row, i) => row.map(() => i));
        expectSame(
          groupIcc(moved.flat(), group)?.icc1 ?? null,
          groupIcc(t.flat(), group)?.icc1 ?? null,
        );
        const components = groupComponents(moved.flat(), group);
        const before = groupComponents(t.flat(), group);
        expectSame(
          [components?.icc1 ?? null, components?.icc2Upper ?? null],
          [before?.icc1 ?? null, before?.icc2Upper ?? null],
        );
        expectSame(
          etaSquared(moved.flat(), group)?.eta2 ?? null,
          etaSquared(t.flat(), group)?.eta2 ?? null,
        );
        const rest = (rows: number[][]) =>
          itemRest(matrixOf(rows))?.perItem.map(({ r }) => r) ?? null;
        expectSame(rest(moved), rest(t));
        const [x, y] = [t.map((row) => row[0]!), t.map((row) => row[1]!)];
        expectSame(
          correlation(
            x.map((v) => by * v + plus),
            y,
          )?.r ?? null,
          correlation(x, y)?.r ?? null,
        );
      },
    ),
    { numRuns: 60 },
  );
});

test("groups in another order or with other names, items and people in another order: the same", () => {
  fc.assert(
    fc.property(table, (t) => {
      const group = t.flatMap((row, i) => row.map(() => i));
      const named = group.map((i) => `team ${9 - i}`).reverse();
      for (const statistic of [groupComponents, etaSquared, groupIcc] as const) {
        expectSame(statistic(t.flat().reverse(), named), statistic(t.flat(), group));
      }
      const last = t[0]!.length - 1;
      const rest = (rows: number[][]) => itemRest(matrixOf(rows))!.perItem;
      expectSame(rest([...t].reverse().map((row) => [...row].reverse())).reverse(), rest(t));
      const pair = (rows: number[][], a: number, b: number) =>
        scaleCorrelations(matrixOf(rows), [
          { name: "a", items: [a] },
          { name: "b", items: [b] },
        ]).pairs;
      expectSame(
        pair(t, 0, last).map(({ raw }) => raw),
        pair(
          t.map((row) => [...row].reverse()),
          last,
          0,
        ).map(({ raw }) => raw),
      );
    }),
    { numRuns: 60 },
  );
});

test("results stay within their bounds", () => {
  fc.assert(
    fc.property(ratings, ratings, (a, b) => {
      const v = versatility(a, b, scale)!.versatility;
      expect(v).toBeGreaterThanOrEqual(-1e-9);
      expect(v).toBeLessThanOrEqual(100);
      const r = rwg(a, { options: 5 })!;
      expect(r.rwg).toBeGreaterThanOrEqual(0);
      expect(r.rwg).toBeLessThanOrEqual(1);
      const w = awg(a, { low: 1, high: 5 });
      if (w !== null) {
        expect(w.awg).toBeLessThanOrEqual(1);
        expect(w.awg).toBeGreaterThanOrEqual(-1 - 1e-9);
      }
      const { mean, lower, upper } = meanInterval(a)!;
      expect(lower).toBeLessThanOrEqual(mean);
      expect(upper).toBeGreaterThanOrEqual(mean);
      const shares = amountShares(a, scale)!;
      expect(shares.under + shares.right + shares.over).toBeCloseTo(1, 12);
    }),
  );
});

test("a wider level gives a wider interval, and the ellipse turns with the coordinates", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rating, rating), { minLength: 3, maxLength: 9 }), (pairs) => {
      const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      const narrow = covarianceEllipse(x, y, { level: 0.8 })!;
      const wide = covarianceEllipse(x, y, { level: 0.95 })!;
      expect(wide.semiMajor).toBeGreaterThanOrEqual(narrow.semiMajor);
      const swapped = covarianceEllipse(y, x, { level: 0.95 })!;
      expect(swapped.semiMajor).toBeCloseTo(wide.semiMajor, 8);
      expect(swapped.semiMinor).toBeCloseTo(wide.semiMinor, 6);
    }),
    { numRuns: 60 },
  );
});
