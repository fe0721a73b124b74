import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle } from "../../testing/oracle.ts";
import { groupIcc } from "./group-icc.ts";
import { groupMeans } from "./group-means.ts";
import { shrunkenMean } from "./shrunken-mean.ts";

const soldiers = oracle("multilevel_lq2002");
const lead = Array.from({ length: 11 }, (_, i) => `LEAD${String(i + 1).padStart(2, "0")}`);
const company = soldiers.numbers("COMPID");

const scales = {
  lead,
  tsig: ["TSIG01", "TSIG02", "TSIG03"],
  hostil: ["HOSTIL01", "HOSTIL02", "HOSTIL03", "HOSTIL04", "HOSTIL05"],
};

function means(items: string[]): number[] {
  return soldiers.rows(items).map((row) => row.reduce((a, b) => a + b, 0) / row.length);
}

test.each([
  ["icc_oneway_scale_mean_lead", "multilevel_ICC1_ICC2_lead", scales.lead],
  ["icc_oneway_scale_mean_tsig", "multilevel_ICC1_ICC2_tsig", scales.tsig],
  ["icc_oneway_scale_mean_hostil", "multilevel_ICC1_ICC2_hostil", scales.hostil],
])("ICC(1), ICC(2), F and intervals of %s are R's, with n0", (id, package_, items) => {
  // The multilevel package's ICC1 takes the plain mean size; its value with n0 stands beside it.
  const expected = soldiers.expected(id);
  const icc = groupIcc(means(items), company);
  expect(icc).toMatchObject({ n: 2042, groups: 49, df1: 48, df2: 1993 });
  expectClose(icc?.n0, expected.n0);
  expectClose(icc?.meanSize, expected.nbar);
  expectClose(icc?.msBetween, expected.msb);
  expectClose(icc?.msWithin, expected.msw);
  expectClose(icc?.f, expected.F);
  expect(Math.abs((icc?.p as number) / expected.p - 1)).toBeLessThan(1e-9);
  expectClose(icc?.icc1, expected.ICC1_n0);
  expectClose(icc?.icc2, expected.ICC2);
  expectClose(icc?.icc1Lower, expected.ICC1_n0_ci95[0]);
  expectClose(icc?.icc1Upper, expected.ICC1_n0_ci95[1]);
  expectClose(icc?.icc2Lower, expected.ICC2_ci95[0]);
  expectClose(icc?.icc2Upper, expected.ICC2_ci95[1]);
  const multilevel = soldiers.expected(package_);
  expectClose(icc?.icc2, multilevel.ICC2);
  const { msBetween, msWithin, meanSize } = icc!;
  const plain = (msBetween - msWithin) / (msBetween + (meanSize - 1) * msWithin);
  expectClose(plain, multilevel.ICC1);
});

test("a negative ICC is kept, a perfect one is 1, and none is null", () => {
  const equal = groupIcc([1, 3, 1, 3, 1, 3], ["a", "a", "b", "b", "c", "c"]);
  expect(equal?.f).toBe(0);
  expect(equal?.icc1).toBe(-1);
  expect(groupIcc([1, 1, 2, 2], ["a", "a", "b", "b"])).toMatchObject({ icc1: 1, icc2: 1, p: 0 });
  expect(groupIcc([2, 2, 2, 2], ["a", "a", "b", "b"])).toBeNull();
  expect(groupIcc([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], ["a", "a", "a", "b", "b", "b"])).toBeNull();
  const tenths = groupIcc([0.1, 0.1, 0.1, 0.7, 0.7, 0.7], ["a", "a", "a", "b", "b", "b"]);
  expect(tenths?.icc1).toBe(1);
  expect(groupIcc([1, 2, 3], ["a", "a", "a"])).toBeNull();
  expect(groupIcc([1, 2, 3], ["a", "b", "c"])).toBeNull();
  expect(groupIcc([], [])).toBeNull();
  expect(() => groupIcc([1], [])).toThrow(RangeError);
});

test("shrunken means are lme4's empirical Bayes group scores", () => {
  const model = soldiers.expected("lme_reml_lead_mean");
  const values = means(lead);
  for (const [i, group] of (model.group_order as number[]).entries()) {
    const own = values.map((v, r) => (company[r] === group ? v : Number.NaN));
    const result = shrunkenMean(own, {
      centre: model.fixef,
      betweenVariance: model.var_group,
      withinVariance: model.var_resid,
    });
    // The components are given to four digits or so: predictions follow to that.
    expect(Math.abs((result?.shrunken as number) - model.fixef - model.blup[i])).toBeLessThan(1e-6);
    // lme4's conditional spread takes the centre as known, as ours does.
    expectClose(result?.sd, model.cond_sd[i], 1e-6);
  }
});

test("without ratings the shrunken mean is the centre, without true variance too", () => {
  const options = { centre: 3, betweenVariance: 0.5, withinVariance: 1 };
  expect(shrunkenMean([], options)).toMatchObject({
    n: 0,
    mean: null,
    shrunken: 3,
    reliability: 0,
  });
  expectClose(shrunkenMean([], options)?.sd, Math.sqrt(0.5), 1e-12);
  expect(shrunkenMean([5, 5], { ...options, betweenVariance: 0 })).toMatchObject({
    shrunken: 3,
    sd: 0,
  });
  expect(shrunkenMean([5, 5], { ...options, withinVariance: 0 })).toMatchObject({
    shrunken: 5,
    reliability: 1,
  });
  expect(shrunkenMean([5], { ...options, betweenVariance: 0, withinVariance: 0 })).toBeNull();
  expect(() => shrunkenMean([5], { ...options, betweenVariance: -1 })).toThrow(RangeError);
});

test("group means, item by item, are R's, with gaps and empty groups said", () => {
  const expected = soldiers.expected("group_item_means");
  const index = new Map((expected.values as number[][]).map((row, i) => [row[0], i]));
  const group = company.map((id) => index.get(id) as number);
  lead.forEach((item, c) => {
    const { mean } = groupMeans(soldiers.numbers(item), group, index.size + 1);
    for (const [i, row] of (expected.values as number[][]).entries()) {
      expectClose(mean[i], row[c + 1], 1e-12);
    }
    expect(mean[index.size]).toBeNaN();
  });
  const small = groupMeans([1, Number.NaN, 4, 5, 6], [0, 0, 1, 1, 1], 2);
  expect([...small.n]).toEqual([1, 3]);
  expect([...small.sd]).toEqual([Number.NaN, 1]);
  expect(() => groupMeans([1], [2], 2)).toThrow(RangeError);
  expect(() => groupMeans([1], [], 2)).toThrow(RangeError);
});
