import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle } from "../../testing/oracle.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { covarianceMatrix } from "../describe/covariance-matrix.ts";
import { scaleCorrelations } from "./scale-correlations.ts";

const attitude = oracle("attitude_chatterjee_price");
const holzinger = oracle("holzinger_swineford");

test("items of one scale: psych's raw, dropped and overlap-corrected correlations", () => {
  const table = matrixOf(attitude.rows(Object.keys(attitude.columns)));
  const scale = { name: "all", items: [0, 1, 2, 3, 4, 5, 6] };
  const found = scaleCorrelations(table, [scale]);
  const expected = attitude.expected("item_statistics").values;
  expect(found).toMatchObject({ n: 30, pairs: [], level: 0.95 });
  for (const { item, scales } of found.items) {
    const [own] = scales;
    expect(own).toMatchObject({ scale: "all", own: true, raw: { n: 30 } });
    // Columns raw.r, r.cor (Cureton's, of standardised items) and r.drop.
    expectClose(own?.raw.r, expected[item][1]);
    expectClose(own?.common?.r, expected[item][3]);
    expectClose(own?.corrected.r, expected[item][4]);
    expect(own?.common?.n).toBe(30);
  }
});

test("an item taken out of its own scale: Guilford's formula, and psych's r.drop scale by scale", () => {
  const names = ["visual", "textual", "speed"];
  const scales = names.map((name, s) => ({ name, items: [3 * s, 3 * s + 1, 3 * s + 2] }));
  const rows = holzinger.rows(Object.keys(holzinger.columns));
  const found = scaleCorrelations(matrixOf(rows), scales);
  const sd = (list: number[]) =>
    Math.sqrt(covarianceMatrix(matrixOf(list.map((v) => [v])))!.values[0]!);
  for (const { item, scales: own } of found.items) {
    const s = Math.floor(item / 3);
    const expected = holzinger.expected(`alpha_${names[s]}`).r_drop;
    expect(own.map((scale) => scale.own)).toEqual([0, 1, 2].map((k) => k === s));
    expectClose(own[s]?.corrected.r, expected[`x${item + 1}`]);
    const [si, st] = [
      sd(rows.map((row) => row[item]!)),
      sd(rows.map((row) => row[3 * s]! + row[3 * s + 1]! + row[3 * s + 2]!)),
    ];
    const r = own[s]?.raw.r as number;
    const guilford = (r * st - si) / Math.sqrt(st * st + si * si - 2 * r * si * st);
    expectClose(own[s]?.corrected.r, guilford, 1e-10);
    for (const other of own.filter((scale) => !scale.own)) {
      expect(other.corrected).toEqual(other.raw);
      expect(other.common).toBeNull();
    }
  }
});

test("items of two scales come out of both: the covariances of what is left", () => {
  const rows = holzinger.rows(Object.keys(holzinger.columns));
  const [a, b] = [
    [0, 1, 2, 3],
    [2, 3, 4, 5, 6],
  ];
  const { pairs } = scaleCorrelations(matrixOf(rows), [
    { name: "a", items: a },
    { name: "b", items: b },
  ]);
  const { values } = covarianceMatrix(matrixOf(rows))!;
  const sum = (p: number[], q: number[]) =>
    p.reduce((total, i) => total + q.reduce((s, j) => s + values[i * 9 + j]!, 0), 0);
  const r = (p: number[], q: number[]) => sum(p, q) / Math.sqrt(sum(p, p) * sum(q, q));
  expect(pairs).toHaveLength(1);
  expect(pairs[0]).toMatchObject({ a: "a", b: "b", shared: [2, 3], raw: { n: 301 } });
  expectClose(pairs[0]?.raw.r, r(a, b), 1e-10);
  expectClose(pairs[0]?.corrected.r, r([0, 1], [4, 5, 6]), 1e-10);
  expect(pairs[0]?.corrected.r).toBeLessThan(pairs[0]?.raw.r as number);
});

test("answers of chance: what scales share looks like a relation until it is taken out", () => {
  const random = seededRandom(8);
  const rows = Array.from({ length: 4000 }, () => Array.from({ length: 6 }, () => random.normal()));
  const { pairs, items } = scaleCorrelations(matrixOf(rows), [
    { name: "a", items: [0, 1, 2, 3] },
    { name: "b", items: [2, 3, 4, 5] },
  ]);
  // Two of four items shared: r = 2 / 4. An item is a quarter of its scale's variance: r = 1 / 2. Errors are
  // 1/sqrt(4000).
  expect(Math.abs((pairs[0]?.raw.r as number) - 0.5)).toBeLessThan(0.05);
  expect(Math.abs(pairs[0]?.corrected.r as number)).toBeLessThan(0.05);
  expect(Math.abs((items[0]?.scales[0]?.raw.r as number) - 0.5)).toBeLessThan(0.05);
  expect(Math.abs(items[0]?.scales[0]?.corrected.r as number)).toBeLessThan(0.05);
});

test("gaps: a score on a scale needs half its answers; n says who had both", () => {
  const rows = [
    [1, 2, 3, 1],
    [2, 2, Number.NaN, 3],
    [4, Number.NaN, Number.NaN, 2],
    [5, 4, 4, 5],
    [3, 3, 2, Number.NaN],
    [2, 1, 3, 4],
  ];
  const scales = [
    { name: "a", items: [0, 1, 2] },
    { name: "b", items: [3] },
  ];
  const found = scaleCorrelations(matrixOf(rows), scales);
  expect(found.pairs[0]?.raw.n).toBe(4);
  expect(scaleCorrelations(matrixOf(rows), scales, { answered: 0.3 }).pairs[0]?.raw.n).toBe(5);
  // An item alone in its scale has nothing left to go with.
  const alone = found.items.find(({ item }) => item === 3)?.scales[1];
  expect(alone).toMatchObject({ own: true, corrected: { n: 0, r: null, why: "nothing-left" } });
  expect(alone?.common).toBeNull();
});

test("scales of the same items have nothing left; mistakes are told", () => {
  const table = matrixOf(holzinger.rows(Object.keys(holzinger.columns)));
  const same = scaleCorrelations(table, [
    { name: "a", items: [0, 1] },
    { name: "b", items: [1, 0] },
  ]);
  expect(same.pairs[0]?.raw.r).toBeCloseTo(1, 12);
  expect(same.pairs[0]?.corrected).toMatchObject({ n: 0, r: null, why: "nothing-left" });
  const within = scaleCorrelations(table, [
    { name: "a", items: [0, 1] },
    { name: "b", items: [0, 1, 2] },
  ]);
  expect(within.pairs[0]?.corrected.why).toBe("nothing-left");
  const twice = [{ name: "a", items: [0, 0] }];
  expect(() => scaleCorrelations(table, twice)).toThrow("a column twice");
  expect(() => scaleCorrelations(table, [{ name: "a", items: [9] }])).toThrow("no column 9");
  const named = [
    { name: "a", items: [0] },
    { name: "a", items: [1] },
  ];
  expect(() => scaleCorrelations(table, named)).toThrow("the same name");
  expect(scaleCorrelations(table, [])).toMatchObject({ n: 301, items: [], pairs: [] });
});

test("shared variance can't be told of items that follow from each other, or of fewer people than items", () => {
  const rows = [1, 2, 3, 5, 4].map((v, i) => [v, i % 3, v + (i % 3)]);
  const scales = [{ name: "a", items: [0, 1, 2] }];
  expect(scaleCorrelations(matrixOf(rows), scales).items[0]?.scales[0]?.common).toBeNull();
  const few = scaleCorrelations(
    matrixOf([
      [1, 2, 4],
      [2, 5, 3],
      [4, 1, 1],
    ]),
    scales,
  );
  expect(few.items[0]?.scales[0]).toMatchObject({ common: null, raw: { n: 3, why: "too-few" } });
});

test("items are listed by column whatever the scales' order; a flat item leaves its scale without shared variance", () => {
  const rows = [
    [1, 2, 3, 3],
    [2, 1, 5, 3],
    [4, 3, 4, 3],
    [3, 5, 1, 3],
    [5, 4, 2, 3],
  ];
  const found = scaleCorrelations(matrixOf(rows), [
    { name: "two", items: [2, 0] },
    { name: "flat", items: [3, 1] },
  ]);
  expect(found.items.map(({ item }) => item)).toEqual([0, 1, 2, 3]);
  const flat = found.items[3]?.scales[1];
  expect(flat).toMatchObject({ own: true, common: null, corrected: { n: 5, why: "first-alike" } });
  expect(found.items[1]?.scales[1]?.corrected.why).toBe("second-alike");
  // Of two items the shared variance is r2: (r2 + r) / sqrt(2 r2 + 2 r).
  const r = found.items[0]?.scales[0]?.corrected.r as number;
  const total = 2 * r * r + 2 * r;
  const common = found.items[0]?.scales[0]?.common;
  if (total > 0) expectClose(common?.r, (r * r + r) / Math.sqrt(total), 1e-10);
  else expect(common).toBeNull();
  const together = scaleCorrelations(matrixOf(rows.map(([a, b]) => [a!, a! + 0.5 * b!])), [
    { name: "a", items: [1, 0] },
  ]).items[0]?.scales[0];
  const own = together?.corrected.r as number;
  expect(own).toBeGreaterThan(0.5);
  expectClose(together?.common?.r, (own * own + own) / Math.sqrt(2 * own * own + 2 * own), 1e-10);
  for (const item of [-1, 4, 1.5])
    expect(() => scaleCorrelations(matrixOf(rows), [{ name: "a", items: [item] }])).toThrow(
      `no column ${item}, which scale a has`,
    );
});
