import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle } from "../../testing/oracle.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { tCdf } from "../distributions/t-cdf.ts";
import type { DidRow } from "./did-row.ts";
import { differenceInDifferences } from "./difference-in-differences.ts";
import { minimumDetectableEffect } from "./minimum-detectable-effect.ts";
import { reliableChange } from "./reliable-change.ts";
import { reliableRaterChange } from "./reliable-rater-change.ts";

const anorexia = oracle("mass_anorexia_prepost");
const before = anorexia.numbers("Prewt");
const after = anorexia.numbers("Postwt");
const arm = anorexia.columns.Treat!;
const trial: DidRow[] = before.flatMap((value, i) =>
  arm[i] === "FT"
    ? []
    : [
        { cluster: i, treated: arm[i] === "CBT", after: false, value },
        { cluster: i, treated: arm[i] === "CBT", after: true, value: after[i]! },
      ],
);

test("reliable change of 72 people is R's", () => {
  const expected = anorexia.expected("rci_jacobson_truax_rel_.80");
  const verdicts = { up: 0, down: 0, "within-noise": 0 };
  before.forEach((value, i) => {
    const rc = reliableChange(value, after[i]!, { sd: expected.sd_pre, reliability: 0.8 });
    expectClose(rc?.index, expected.rci[i], 1e-12);
    expectClose(rc?.standardError, expected.s_diff, 1e-12);
    if (rc !== null) verdicts[rc.verdict]++;
  });
  expect(verdicts).toMatchObject({ up: expected.reliably_up, down: expected.reliably_down });
});

test("change of means over raters: both numbers of raters count", () => {
  const change = reliableRaterChange({ mean: 3, n: 4 }, { mean: 3.5, n: 9 }, 0.36);
  expectClose(change?.standardError, 0.6 * Math.sqrt(1 / 4 + 1 / 9), 1e-12);
  expect(change?.verdict).toBe("within-noise");
  expect(reliableRaterChange({ mean: 3, n: 40 }, { mean: 2.5, n: 40 }, 0.36)?.verdict).toBe("down");
  expect(reliableRaterChange({ mean: 3, n: 0 }, { mean: 3, n: 2 }, 1)).toBeNull();
  expect(reliableRaterChange({ mean: 3, n: 2 }, { mean: 3, n: 0 }, 1)).toBeNull();
  expect(reliableRaterChange({ mean: 3, n: 2 }, { mean: 3, n: -1 }, 1)).toBeNull();
  expect(reliableChange(1, 2, { sd: 0, reliability: 0.5 })).toBeNull();
  expect(reliableChange(1, Number.NaN, { sd: 1, reliability: 0.5 })).toBeNull();
  expect(() => reliableChange(1, 2, { sd: 1, reliability: 1.1 })).toThrow(RangeError);
});

test("difference in differences with CR1 errors is R's", () => {
  const expected = anorexia.expected("did_cbt_vs_control_unpaired_ols");
  const did = differenceInDifferences(trial, { variance: "CR1" });
  expectClose(did?.estimate, expected.coef["tr:post"]);
  expectClose(did?.standardError, expected.cluster_se_CR1["tr:post"]);
  expect(did).toMatchObject({
    n: 110,
    clusters: 55,
    treatedClusters: 29,
    df: 54,
    permutationP: null,
  });
});

test("CR2 with two rows per person is Welch's test of the change scores", () => {
  // With everyone measured twice the CR2 variance and its df reduce to the unequal-variances form (variance) and
  // Satterthwaite's df under equal variances.
  const welch = anorexia.expected("did_change_score_welch");
  const did = differenceInDifferences(trial);
  expectClose(did?.estimate, welch.estimate);
  expectClose(did?.t, welch.t);
  const [a, b] = [29, 26];
  const [va, vb] = [1 / a, 1 / b];
  expectClose(did?.df, (va + vb) ** 2 / (va ** 2 / (a - 1) + vb ** 2 / (b - 1)), 1e-9);
});

test("few clusters: the permutation test counts every assignment", () => {
  const rows = [1, 2, 3, 10, 11, 12].flatMap((gain, i) => [
    { cluster: i, treated: i >= 3, after: false, value: i },
    { cluster: i, treated: i >= 3, after: true, value: i + gain },
  ]);
  // 20 assignments; only the observed one and its mirror image reach its size.
  const did = differenceInDifferences(rows);
  expectClose(did?.estimate, 9, 1e-12);
  expectClose(did?.permutationP, 2 / 20, 1e-12);
  expect(differenceInDifferences(rows, { permutations: 10, seed: 3 })?.permutationP).toBe(
    differenceInDifferences(rows, { permutations: 10, seed: 3 })?.permutationP,
  );
  expect(differenceInDifferences(rows, { permutations: 0 })?.permutationP).toBeNull();
});

test("without two clusters on each side there is nothing to compare", () => {
  expect(differenceInDifferences(trial.filter((row) => row.treated))).toBeNull();
  expect(differenceInDifferences(trial.filter((row) => row.after))).toBeNull();
  expect(differenceInDifferences([])).toBeNull();
  const both = [...trial, { ...trial[0]!, treated: !trial[0]!.treated }];
  expect(() => differenceInDifferences(both)).toThrow(RangeError);
});

test("an effect of the least detectable size is found about as often as the power says", () => {
  const random = seededRandom(7);
  const plan = { treatedClusters: 10, controlClusters: 10, clusterSize: 8, sd: 1, icc: 0.1 };
  const mde = minimumDetectableEffect(plan)!;
  let found = 0;
  const runs = 1500;
  for (let run = 0; run < runs; run++) {
    const team = () => {
      let sum = Math.sqrt(0.1) * random.normal() * 8;
      for (let i = 0; i < 8; i++) sum += Math.sqrt(0.9) * random.normal();
      return sum / 8;
    };
    const a = Array.from({ length: 10 }, () => mde.effect + team());
    const b = Array.from({ length: 10 }, team);
    const mean = (v: number[]) => v.reduce((x, y) => x + y, 0) / v.length;
    const ss = (v: number[]) => v.reduce((x, y) => x + (y - mean(v)) ** 2, 0);
    const t = (mean(a) - mean(b)) / Math.sqrt(((ss(a) + ss(b)) / 18) * 0.2);
    if (2 * tCdf(-Math.abs(t), 18) < 0.05) found++;
  }
  // Standard error of the share is .01.
  expect(Math.abs(found / runs - 0.8)).toBeLessThan(0.035);
  expect(minimumDetectableEffect({ ...plan, controlClusters: 0 })).toBeNull();
  expect(() => minimumDetectableEffect({ ...plan, icc: 2 })).toThrow(RangeError);
});
