import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle, referenceCase, withoutReference } from "../../testing/oracle.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { averageDeviation } from "./average-deviation.ts";

const cohesion = oracle("multilevel_cohesion");
const items = ["COH01", "COH02", "COH03", "COH04", "COH05"];

test.each([
  ["mean", "adm_5items"],
  ["median", "admd_5items"],
] as const)("AD about the %s is the multilevel package's, listwise as there", (about, id) => {
  const expected = cohesion.expected(id);
  const rows = cohesion.rows(items);
  for (const [i, group] of (expected.grpid as string[]).entries()) {
    const table = matrixOf(rows.filter((_, r) => cohesion.columns.group?.[r] === group));
    const result = averageDeviation(table, { about, missing: "listwise" });
    expectClose(result?.value, expected["AD.M"][i], 1e-12, group);
    expect(result).toMatchObject({ items: 5, n: 5 * expected.gsize[i] });
  }
});

test.each([
  ["adm_scale_lead", "LEAD"],
  ["adm_scale_tsig", "TSIG"],
  ["adm_scale_hostil", "HOSTIL"],
])("49 companies: %s", (id, scale) => {
  const soldiers = oracle("multilevel_lq2002");
  const names = Object.keys(soldiers.columns).filter((name) => name.startsWith(scale));
  const company = soldiers.numbers("COMPID");
  const rows = soldiers.rows(names);
  const expected = soldiers.expected(id);
  for (const [i, group] of (expected.grpid as string[]).entries()) {
    const table = matrixOf(rows.filter((_, r) => company[r] === Number(group)));
    expectClose(averageDeviation(table)?.value, expected["AD.M"][i], 1e-12, group);
  }
});

test("AD of single items, 20 subjects by three raters", (context) => {
  const anxiety = referenceCase("irr_anxiety");
  if (anxiety === null) return context.skip(withoutReference);
  anxiety.rows(["rater1", "rater2", "rater3"]).forEach((ratings, i) => {
    expectClose(averageDeviation(ratings)?.value, anxiety.expected("adm_per_subject")[i], 1e-12);
    const median = averageDeviation(ratings, { about: "median" });
    expectClose(median?.value, anxiety.expected("admd_per_subject")[i], 1e-12);
  });
});

test("gaps: answers that are there count unless listwise is asked for", () => {
  const table = matrixOf([
    [1, 3],
    [3, null],
    [2, 5],
  ]);
  expect(averageDeviation(table)).toEqual({ n: 5, items: 2, value: (2 / 3 + 1) / 2 });
  expect(averageDeviation(table, { missing: "listwise" })).toEqual({ n: 4, items: 2, value: 0.75 });
  expect(averageDeviation([Number.NaN])).toBeNull();
  expect(averageDeviation(matrixOf([[null, 3]]))).toEqual({ n: 1, items: 1, value: 0 });
  expect(averageDeviation(matrixOf([]))).toBeNull();
});
