import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle, referenceCase, withoutReference } from "../../testing/oracle.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { awg } from "./awg.ts";
import { nullVariance } from "./null-variance.ts";
import { rwg } from "./rwg.ts";
import { rwgJ } from "./rwg-j.ts";
import { rwgStar } from "./rwg-star.ts";
import { twoWayMeanSquares } from "./two-way-mean-squares.ts";

const cohesion = oracle("multilevel_cohesion");
const soldiers = oracle("multilevel_lq2002");
const five = { options: 5 };
const cohesionItems = ["COH01", "COH02", "COH03", "COH04", "COH05"];
const scales = {
  lead: Object.keys(soldiers.columns).filter((name) => name.startsWith("LEAD")),
  tsig: ["TSIG01", "TSIG02", "TSIG03"],
  hostil: ["HOSTIL01", "HOSTIL02", "HOSTIL03", "HOSTIL04", "HOSTIL05"],
};

function platoon(group: string) {
  return matrixOf(
    cohesion.rows(cohesionItems).filter((_, r) => cohesion.columns.group?.[r] === group),
  );
}

function company(items: string[], group: string) {
  return matrixOf(soldiers.rows(items).filter((_, r) => soldiers.columns.COMPID?.[r] === group));
}

test("cohesion: rwg(j), r*wg(j) and awg(j) are the multilevel package's, listwise as there", () => {
  const missing = "listwise";
  const j = cohesion.expected("rwgj_uniform5");
  const star = cohesion.expected("rwgj_lindell_uniform5");
  const a = cohesion.expected("awg_5items");
  for (const [i, group] of (j.grpid as string[]).entries()) {
    const table = platoon(group);
    expectClose(rwgJ(table, five, { missing })?.rwg, j["rwg.j"][i], 1e-12, group);
    expectClose(rwgStar(table, five, { missing })?.rwgStar, star["rwg.lindell"][i], 1e-12, group);
    expectClose(awg(table, { low: 1, high: 5 }, { missing })?.awg, a["a.wg"][i], 1e-12, group);
  }
});

test("cohesion: with the answers that are there, rwg(j) is R's own alternative rule", () => {
  const expected = cohesion.expected("rwgj_pairwise_own") as Record<string, number>;
  for (const [group, value] of Object.entries(expected)) {
    expectClose(rwgJ(platoon(group), five)?.rwg, value, 1e-12, group);
  }
});

test("cohesion: one item", () => {
  const first = cohesion.numbers("COH01");
  const r = cohesion.expected("rwg_item1_uniform5");
  const a = cohesion.expected("awg_item1");
  for (const [i, group] of (r.grpid as string[]).entries()) {
    const ratings = first.filter((_, k) => cohesion.columns.group?.[k] === group);
    expectClose(rwg(ratings, five)?.rwg, r.rwg[i], 1e-12, group);
    const value = awg(ratings, { low: 1, high: 5 })?.awg ?? null;
    if (a["a.wg"][i] === null) expect(value).toBeNull();
    else expectClose(value, a["a.wg"][i], 1e-12, group);
  }
});

test.each([
  ["rwgj_uniform_lead", scales.lead],
  ["rwgj_uniform_tsig", scales.tsig],
  ["rwgj_uniform_hostil", scales.hostil],
])("49 companies: %s", (id, items) => {
  const expected = soldiers.expected(id);
  for (const [i, group] of (expected.grpid as string[]).entries()) {
    expectClose(rwgJ(company(items, group), five)?.rwg, expected["rwg.j"][i], 1e-12, group);
  }
});

test("49 companies: awg of all leadership items and of one, rwg of one", () => {
  const all = soldiers.expected("awg_lead");
  const one = soldiers.expected("awg_lead01");
  const single = soldiers.expected("rwg_lead01");
  for (const [i, group] of (all.grpid as string[]).entries()) {
    const range = { low: 1, high: 5 };
    const first = company(["LEAD01"], group);
    expectClose(awg(company(scales.lead, group), range)?.awg, all["a.wg"][i], 1e-12, group);
    expectClose(awg(first, range)?.awg, one["a.wg"][i], 1e-12, group);
    expectClose(rwg(first.values, five)?.rwg, single.rwg[i], 1e-12, group);
  }
});

test("49 companies: every null distribution of LeBreton and Senter", () => {
  const expected = soldiers.expected("rwgj_lead_by_null_mean_median");
  const groups = soldiers.expected("awg_lead").grpid as string[];
  const tables = groups.map((group) => company(scales.lead, group));
  for (const shape of [
    "uniform",
    "slight-skew",
    "moderate-skew",
    "heavy-skew",
    "triangular",
    "normal",
  ] as const) {
    const reference = expected[shape.replace("-", "_")];
    expectClose(nullVariance(shape, 5), reference.ranvar, 1e-12, shape);
    const values = tables.map((table) => rwgJ(table, { ...five, shape })?.rwg ?? Number.NaN);
    expectClose(values.reduce((x, y) => x + y, 0) / values.length, reference.mean, 1e-12, shape);
    expectClose(Math.max(...values), reference.max, 1e-12, shape);
    expectClose(Math.min(...values), reference.min, 1e-12, shape);
  }
});

test("the published five-point nulls follow from their published proportions", () => {
  const proportions = {
    "slight-skew": [0.05, 0.15, 0.2, 0.35, 0.25],
    "moderate-skew": [0, 0.1, 0.15, 0.4, 0.35],
    "heavy-skew": [0, 0, 0.1, 0.4, 0.5],
    triangular: [0.11, 0.22, 0.34, 0.22, 0.11],
    normal: [0.07, 0.24, 0.38, 0.24, 0.07],
  };
  for (const [shape, shares] of Object.entries(proportions)) {
    const mean = shares.reduce((sum, p, i) => sum + p * i, 0);
    const variance = shares.reduce((sum, p, i) => sum + p * (i - mean) ** 2, 0);
    expectClose(nullVariance(shape as keyof typeof proportions, 5), variance, 1e-10, shape);
  }
});

test("nulls beyond the published table keep their share of the uniform variance", () => {
  expectClose(nullVariance("normal", 21), (1.4 / 10) * ((21 * 21 - 1) / 12), 1e-12);
  expectClose(nullVariance("heavy-skew", 3), (0.44 / 2) * (8 / 12), 1e-12);
  expect(nullVariance("triangular", 7)).toBe(2.1);
  expect(() => nullVariance("uniform", 1)).toThrow(RangeError);
  expect(() => rwg([1, 2], { variance: 0 })).toThrow(RangeError);
});

test("Finn's coefficient is the agreement index over a whole table, rater means taken out", (context) => {
  // Its F and p compare with the null as if that were a sample; ours gives the index only.
  const video = referenceCase("irr_video");
  if (video === null) return context.skip(withoutReference);
  const ms = twoWayMeanSquares(matrixOf(video.rows(Object.keys(video.columns))));
  const { value } = video.expected("finn");
  expectClose(1 - ms!.residual / nullVariance("uniform", 5), value, 1e-9);
});

test("20 subjects by three raters on six points, with and without truncation", (context) => {
  const anxiety = referenceCase("irr_anxiety");
  if (anxiety === null) return context.skip(withoutReference);
  anxiety.rows(["rater1", "rater2", "rater3"]).forEach((ratings, i) => {
    const result = rwg(ratings, { options: 6 });
    expectClose(result?.rwg, anxiety.expected("rwg_per_subject_uniform6").rwg[i], 1e-12);
    expectClose(result?.raw, anxiety.expected("rwg_per_subject_untruncated")[i], 1e-12);
    const a = anxiety.expected("awg_per_subject_range1_6")[i];
    const own = awg(ratings, { low: 1, high: 6 });
    if (a === null) expect(own).toBeNull();
    else expectClose(own?.awg, a, 1e-12, String(i));
  });
});

test("one rater has no agreement; full agreement is 1 wherever it lies; worst disagreement is awg -1", () => {
  expect(rwg([3], five)).toBeNull();
  expect(rwg([3, Number.NaN], five)).toBeNull();
  expect(rwgJ(matrixOf([[1, 2]]), five)).toBeNull();
  expect(rwgStar(matrixOf([[1, 2]]), five)).toBeNull();
  expect(awg([4], { low: 1, high: 5 })).toBeNull();
  expect(rwg([5, 5], five)).toMatchObject({ n: 2, rwg: 1, raw: 1 });
  expect(awg([5, 5, 5], { low: 1, high: 5 })?.awg).toBe(1);
  expectClose(awg([1, 5, 1, 5], { low: 1, high: 5 })?.awg, -1, 1e-12);
  expect(rwg([1, 5], five)).toMatchObject({ rwg: 0, raw: -3 });
});
