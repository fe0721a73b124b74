import { expect, test } from "vitest";
import {
  amountShares,
  column,
  correlation,
  covarianceEllipse,
  decisionStudy,
  differenceInDifferences,
  enps,
  etaSquared,
  fitCrossedModel,
  generalizability,
  groupComponents,
  groupIcc,
  groupMeans,
  itemRest,
  lmg,
  matrixOf,
  meanInterval,
  minimumDetectableEffect,
  nullVariance,
  partialEtaSquared,
  polynomialAgreement,
  profileAgreement,
  quantile,
  regression,
  reliableChange,
  row,
  rwg,
  scaleCorrelations,
  shrunkenMean,
  socialRelations,
  trueScore,
} from "./index.ts";

const scale = { low: 1, right: 3, high: 5 };
const one = matrixOf([[1]]);
const variances = { centre: 0, betweenVariance: 1, withinVariance: 1 };
const study = () =>
  generalizability(
    [1, 2, 3, 5].map((value, i) => ({ ratee: i >> 1, rater: i & 1, value })),
    "crossed",
  )!;
const plan = { treatedClusters: 3, controlClusters: 3, clusterSize: 4, sd: 1, icc: 0.1 };

/** A caller's mistake is told with what was wrong in it. */
const mistakes: [string, () => unknown, string][] = [
  ["scale upside down", () => amountShares([3], { ...scale, low: 3 }), "low < right < high"],
  ["scale without an over", () => amountShares([3], { ...scale, high: 3 }), "low < right < high"],
  ["rating below the scale", () => amountShares([0], scale), "0 is not on the scale"],
  ["rating above the scale", () => amountShares([6], scale), "6 is not on the scale"],
  ["one option", () => nullVariance("uniform", 1), "1 response options"],
  ["half an option", () => nullVariance("uniform", 2.5), "2.5 response options"],
  ["no null variance", () => rwg([1, 2], { variance: 0 }), "null variance 0"],
  ["reliability", () => trueScore(1, { mean: 0, sd: 1, reliability: 2 }), "reliability"],
  ["reliability below", () => trueScore(1, { mean: 0, sd: 1, reliability: -1 }), "reliability"],
  ["negative sd", () => trueScore(1, { mean: 0, sd: -1, reliability: 0.5 }), "sd"],
  ["score below 0", () => enps([-1]), "-1 is not on the 0 to 10 scale"],
  ["score above 10", () => enps([11]), "11 is not on the 0 to 10 scale"],
  ["two lists", () => polynomialAgreement([1, 2], [1], [1, 2]), "differ in length"],
  ["two profiles", () => profileAgreement([1], [1, 2]), "differ in length"],
  ["outcome", () => regression([1, 2], one), "differ in length"],
  ["sixteen predictors", () => lmg([1], matrixOf([new Float64Array(16)])), "more than 15"],
  ["row", () => row(one, 1), "no row 1"],
  ["row below", () => row(one, -1), "no row -1"],
  ["column", () => column(one, 1), "no column 1"],
  ["column below", () => column(one, -1), "no column -1"],
  ["ragged rows", () => matrixOf([[1], [1, 2]]), "row 1 has 2 values where the first has 1"],
  ["certainty", () => meanInterval([1, 2], { level: 1 }), "confidence level 1"],
  ["no confidence", () => meanInterval([1, 2], { level: 0 }), "confidence level 0"],
  ["correlated lists", () => correlation([1], [1, 2]), "differ in length"],
  ["coordinates", () => covarianceEllipse([1], [1, 2]), "differ in length"],
  ["quantile above 1", () => quantile([1], 1.1), "quantile 1.1"],
  ["quantile below 0", () => quantile([1], -0.1), "quantile -0.1"],
  ["no raters", () => decisionStudy(study(), { raters: [0] }), "above 0"],
  ["no items", () => decisionStudy(study(), { raters: [1], items: [0] }), "above 0"],
  ["between variance", () => shrunkenMean([1], { ...variances, betweenVariance: -1 }), "negative"],
  ["within variance", () => shrunkenMean([1], { ...variances, withinVariance: -1 }), "negative"],
  ["groups", () => groupIcc([1, 2], ["a"]), "differ in length"],
  ["group numbers", () => groupMeans([1], [0, 1], 2), "differ in length"],
  ["group too high", () => groupMeans([1], [2], 2), "group 2 of 2"],
  ["group below 0", () => groupMeans([1], [-1], 2), "group -1 of 2"],
  ["groups of components", () => groupComponents([1, 2], ["a"]), "differ in length"],
  ["groups of eta", () => etaSquared([1, 2], ["a"]), "differ in length"],
  ["an F below 0", () => partialEtaSquared(-1, 1, 2), "F -1 with 1 and 2"],
  ["degrees of freedom", () => partialEtaSquared(1, 1, 0), "F 1 with 1 and 0"],
  ["two people", () => itemRest(matrixOf([[1, 2]]), { least: 2 }), "correlation of 2 people"],
  ["no answers", () => itemRest(matrixOf([[1, 2]]), { answered: 0 }), "share 0"],
  ["no such item", () => scaleCorrelations(one, [{ name: "a", items: [1] }]), "no column 1"],
  ["half an item", () => scaleCorrelations(one, [{ name: "a", items: [0.5] }]), "no column 0.5"],
  ["team certainty", () => socialRelations([], { level: 1 }), "confidence level 1"],
  [
    "weights",
    () => fitCrossedModel({ values: [1], ratee: [1], rater: [1], weights: [0] }, { method: "ml" }),
    "weight 0",
  ],
  ["share above 1", () => minimumDetectableEffect({ ...plan, power: 1.1 }), "shares"],
  ["change", () => reliableChange(1, 2, { sd: 1, reliability: -0.1 }), "reliability -0.1"],
  [
    "both arms",
    () =>
      differenceInDifferences([
        { cluster: "A", treated: true, after: true, value: 1 },
        { cluster: "A", treated: false, after: true, value: 1 },
      ]),
    "cluster A is both treated and not",
  ],
];

test.each(mistakes)("%s", (_, call, message) => {
  expect(call).toThrow(RangeError);
  expect(call).toThrow(message);
});
