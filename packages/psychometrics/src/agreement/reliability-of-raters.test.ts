import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { type Oracle, oracle, referenceCase, withoutReference } from "../../testing/oracle.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { fQuantile } from "../distributions/f-quantile.ts";
import { intraclass } from "./intraclass.ts";
import { kendallW } from "./kendall-w.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";

const judges = ["J1", "J2", "J3", "J4"];
const shroutFleiss = oracle("shrout_fleiss_1979");
const forms = {
  icc11: "ICC1",
  icc21: "ICC2",
  icc31: "ICC3",
  icc1k: "ICC1k",
  icc2k: "ICC2k",
  icc3k: "ICC3k",
} as const;

function expectPsych(source: Oracle, columns: string[]) {
  const result = intraclass(matrixOf(source.rows(columns)));
  const expected = source.expected("icc6_psych");
  for (const [form, name] of Object.entries(forms)) {
    const own = result?.[form as keyof typeof forms];
    expectClose(own?.icc, expected[name].icc, 1e-9, name);
    expectClose(own?.f, expected[name].F, 1e-9, name);
    expect(own?.df1).toBe(expected[name].df1);
    expect(own?.df2).toBe(expected[name].df2);
    expectClose(own?.p, expected[name].p, 1e-9, name);
    expectClose(own?.lower, expected[name].lower95, 1e-9, name);
    expectClose(own?.upper, expected[name].upper95, 1e-9, name);
  }
  const ms = source.expected("twoway_mean_squares");
  expectClose(result?.meanSquares.rows, ms.MSR);
  expectClose(result?.meanSquares.columns, ms.MSC);
  expectClose(result?.meanSquares.residual, ms.MSE);
  expectClose(result?.meanSquares.within, ms.MSW);
}

test("Shrout and Fleiss 1979, table 2: the six forms as published and as psych has them", () => {
  const result = intraclass(matrixOf(shroutFleiss.rows(judges)));
  const published = {
    icc11: 0.17,
    icc21: 0.29,
    icc31: 0.71,
    icc1k: 0.44,
    icc2k: 0.62,
    icc3k: 0.91,
  };
  for (const [form, value] of Object.entries(published)) {
    expect(result?.[form as keyof typeof forms].icc).toBeCloseTo(value, 2);
  }
  expectPsych(shroutFleiss, judges);
});

test.each([
  ["irr_icc_oneway_single", "icc11"],
  ["irr_icc_twoway_agreement_single", "icc21"],
  ["irr_icc_twoway_agreement_average", "icc2k"],
  ["irr_icc_twoway_consistency_single", "icc31"],
  ["irr_icc_twoway_consistency_average", "icc3k"],
] as const)("%s is %s", (id, form) => {
  expectIrr(shroutFleiss, judges, id, form);
});

test("irr takes the df of the mean's interval at the mean's own ICC, where ours steps the single interval up", () => {
  // McGraw and Wong (1996) with the average's coefficient in a and b: not as Shrout and Fleiss have it.
  const { icc2k, meanSquares } = intraclass(matrixOf(shroutFleiss.rows(judges)))!;
  const { rows: msr, columns: msc, residual: mse } = meanSquares;
  const [n, k] = [6, 4];
  const odds = (k * icc2k.icc) / (n * (1 - icc2k.icc));
  const b = 1 + odds * (n - 1);
  const df =
    (odds * msc + b * mse) ** 2 /
    ((odds * msc) ** 2 / (k - 1) + (b * mse) ** 2 / ((n - 1) * (k - 1)));
  const low = fQuantile(0.975, n - 1, df);
  const high = fQuantile(0.975, df, n - 1);
  const expected = shroutFleiss.expected("irr_icc_twoway_agreement_average");
  expectClose((n * (msr - low * mse)) / (low * (msc - mse) + n * msr), expected.lbound, 1e-8);
  expectClose((n * (high * msr - mse)) / (msc - mse + n * high * msr), expected.ubound, 1e-8);
});

test("20 subjects by three raters: irr's agreement of single ratings", (context) => {
  const anxiety = referenceCase("irr_anxiety");
  if (anxiety === null) return context.skip(withoutReference);
  expectIrr(anxiety, ["rater1", "rater2", "rater3"], "icc_irr_agreement_single", "icc21");
});

/**
 * irr's F of agreement tests icc = 0 with Satterthwaite's df at the estimate and so has its own p; ours is
 * Shrout and Fleiss's MSR / MSE on (n - 1)(k - 1), as psych's. F itself, the value and the interval are the same, but
 * for the mean's interval of agreement: see the test after these.
 */
function expectIrr(source: Oracle, columns: string[], id: string, form: keyof typeof forms) {
  const own = intraclass(matrixOf(source.rows(columns)))?.[form];
  const expected = source.expected(id);
  expectClose(own?.icc, expected.value);
  if (form !== "icc2k") {
    expectClose(own?.lower, expected.lbound);
    expectClose(own?.upper, expected.ubound);
  }
  if (expected.Fvalue !== undefined) expectClose(own?.f, expected.Fvalue);
  if (expected.Fvalue !== undefined && form !== "icc21") {
    expectClose(own?.p, expected["p.value"]);
    expect(own?.df2).toBe(expected.df2);
  }
}

test("a rater who always says the same is no trouble", () => {
  const rows = shroutFleiss.rows(judges).map((row) => [row[0]!, 5, row[2]!, row[3]!]);
  const ms = intraclass(matrixOf(rows))?.meanSquares;
  const expected = shroutFleiss.expected("edge_constant_column_twoway_ms");
  expectClose(ms?.rows, expected.MSR);
  expectClose(ms?.columns, expected.MSC);
  expectClose(ms?.residual, expected.MSE);
});

test.for(["irr_anxiety", "irr_video"])("%s: the six forms as psych has them", (name, context) => {
  const source = referenceCase(name);
  if (source === null) return context.skip(withoutReference);
  expectPsych(source, Object.keys(source.columns));
});

test("nothing between the rated is not estimable; perfect agreement is 1; one rater or one row is null", () => {
  const equal = Array.from({ length: 6 }, () => [3, 4, 5, 2]);
  expect(intraclass(matrixOf(equal))).toBeNull();
  expect(intraclass(matrixOf([[1], [2]]))).toBeNull();
  expect(intraclass(matrixOf([[1, 2]]))).toBeNull();
  const perfect = intraclass(
    matrixOf([
      [1, 1],
      [2, 2],
      [4, 4],
    ]),
  );
  expect(perfect?.icc21).toMatchObject({ icc: 1, lower: 1, upper: 1 });
  expect(perfect?.icc1k.icc).toBe(1);
  const level = intraclass(
    matrixOf([
      [3, 5, 1, 5, 3],
      [4, 5, 4, 1, 3],
    ]),
  );
  expect(level?.icc11.icc).toBeLessThan(0);
  expect(level?.icc21.lower).toBeNull();
  const gap = intraclass(matrixOf([...shroutFleiss.rows(judges), [1, null, 2, 3]]));
  expect(gap?.n).toBe(6);
});

test("Kendall's W with ties is irr's", (context) => {
  const anxiety = referenceCase("irr_anxiety");
  if (anxiety === null) return context.skip(withoutReference);
  const expected = anxiety.expected("kendall_w");
  const w = kendallW(matrixOf(anxiety.rows(["rater1", "rater2", "rater3"])));
  expectClose(w?.w, expected.W);
  expectClose(w?.chiSquare, expected.chisq);
  expectClose(w?.p, expected.p);
});

test("Kendall's W: same order 1, reversed order of two raters 0, all tied null", () => {
  expect(
    kendallW(
      matrixOf([
        [1, 10],
        [2, 20],
        [3, 30],
      ]),
    )?.w,
  ).toBe(1);
  expect(
    kendallW(
      matrixOf([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    )?.w,
  ).toBe(0);
  expect(
    kendallW(
      matrixOf([
        [1, 3],
        [1, 3],
      ]),
    ),
  ).toBeNull();
  expect(kendallW(matrixOf([[1, 2]]))).toBeNull();
});

/**
 * irr 0.84.1 divides pairs by m - 1 only in tables with a gap; in a complete one it counts every rating m - 1
 * times, which leaves n (m - 1) - 1 where the definition has (n - 1)(m - 1).
 */
function asIrr(alpha: number, n: number, raters: number): number {
  return 1 - ((1 - alpha) * (n * (raters - 1) - 1)) / ((n - 1) * (raters - 1));
}

test("Krippendorff's alpha is irr's, allowing for how irr counts complete tables", (context) => {
  const anxiety = referenceCase("irr_anxiety");
  const video = referenceCase("irr_video");
  if (anxiety === null || video === null) return context.skip(withoutReference);
  for (const [level, id] of [
    ["nominal", "kripp_nominal"],
    ["ordinal", "kripp_ordinal"],
    ["interval", "kripp_interval"],
  ] as const) {
    const own = krippendorffAlpha(matrixOf(anxiety.rows(["rater1", "rater2", "rater3"])), level);
    expectClose(asIrr(own?.alpha as number, 60, 3), anxiety.expected(id));
  }
  const own = krippendorffAlpha(matrixOf(video.rows(Object.keys(video.columns))), "ordinal");
  expectClose(asIrr(own?.alpha as number, 80, 4), video.expected("kripp_ordinal"));
});

test("Krippendorff's own example with gaps: .743 nominal, .815 ordinal, .849 interval", () => {
  // Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C: 4 observers, 12 units.
  const _ = null;
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
  ];
  const units = matrixOf(observers[0]!.map((_value, u) => observers.map((row) => row[u] ?? null)));
  expect(krippendorffAlpha(units, "nominal")?.alpha).toBeCloseTo(0.743, 3);
  expect(krippendorffAlpha(units, "ordinal")?.alpha).toBeCloseTo(0.815, 3);
  expect(krippendorffAlpha(units, "interval")).toMatchObject({ n: 40, units: 11 });
  expect(krippendorffAlpha(units, "interval")?.alpha).toBeCloseTo(0.849, 3);
  expect(
    krippendorffAlpha(
      matrixOf([
        [2, 2],
        [2, 2],
      ]),
    ),
  ).toBeNull();
  expect(
    krippendorffAlpha(
      matrixOf([
        [1, null],
        [null, 2],
      ]),
    ),
  ).toBeNull();
});
