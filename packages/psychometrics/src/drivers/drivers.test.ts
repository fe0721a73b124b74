import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle } from "../../testing/oracle.ts";
import { matrixOf } from "../data/matrix-of.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { correlation } from "../describe/correlation.ts";
import { lmg } from "./lmg.ts";
import { regression } from "./regression.ts";
import { relativeWeights } from "./relative-weights.ts";

const attitude = oracle("attitude_chatterjee_price");
const names = ["complaints", "privileges", "learning", "raises", "critical", "advance"];
const rating = attitude.numbers("rating");
const predictors = matrixOf(attitude.rows(names));

test("regression is R's lm, with standardised coefficients and VIF", () => {
  const expected = attitude.expected("regression_ols");
  const fit = regression(rating, predictors);
  expectClose(fit?.r2, expected.r2);
  expectClose(fit?.adjustedR2, expected.adj_r2);
  expectClose(fit?.sigma, expected.sigma);
  expectClose(fit?.intercept.estimate, expected.coef["(Intercept)"]);
  expectClose(fit?.intercept.p, expected.p["(Intercept)"]);
  names.forEach((name, i) => {
    const term = fit?.predictors[i];
    expectClose(term?.estimate, expected.coef[name]);
    expectClose(term?.standardError, expected.se[name]);
    expectClose(term?.t, expected.t[name]);
    expectClose(term?.p, expected.p[name]);
    expectClose(term?.standardized, expected.std_beta[name]);
    expectClose(term?.vif, expected.vif[name]);
  });
});

test("the anorexia trial's analysis of covariance is R's", () => {
  const anorexia = oracle("mass_anorexia_prepost");
  const expected = anorexia.expected("ancova_post_on_pre");
  const arm = anorexia.columns.Treat!;
  const before = anorexia.numbers("Prewt");
  const after = anorexia.numbers("Postwt").map((v, i) => (arm[i] === "FT" ? Number.NaN : v));
  const fit = regression(after, matrixOf(before.map((v, i) => [v, arm[i] === "CBT" ? 1 : 0])));
  [fit?.intercept, ...(fit?.predictors ?? [])].forEach((term, i) => {
    expectClose(term?.estimate, expected.coef[i]);
    expectClose(term?.standardError, expected.se[i]);
    expectClose(term?.p, expected.p[i]);
  });
});

test("regression refuses what it can't tell apart", () => {
  const x = matrixOf([
    [1, 2],
    [2, 4],
    [3, 6],
    [4, 8],
    [5, 10],
  ]);
  expect(regression([1, 2, 3, 4, 6], x)).toBeNull();
  expect(regression([1, 1, 1, 1, 1], matrixOf([[1], [2], [3], [4], [6]]))).toBeNull();
  expect(regression([1, 2], matrixOf([[1], [2]]))).toBeNull();
  expect(regression([1, 2, 3], matrixOf([[1], [1], [1]]))).toBeNull();
  expect(() => regression([1], x)).toThrow(RangeError);
});

test("relaimpo's other measures follow from the regression: first, last, Pratt's, squared betas", () => {
  const expected = attitude.expected("relaimpo_first_last_pratt_betasq");
  const fit = regression(rating, predictors)!;
  const weights = relativeWeights(rating, predictors)!;
  names.forEach((name, i) => {
    const term = fit.predictors[i]!;
    const r = correlation(rating, attitude.numbers(name))!.r;
    expectClose(r * r, expected.first[name]);
    expectClose((term.t ** 2 * (1 - fit.r2)) / fit.df, expected.last[name]);
    expectClose(term.standardized * r, expected.pratt[name]);
    expectClose(term.standardized ** 2, expected.betasq[name]);
    // Genizi's decomposition is Johnson's. "car" is not ours.
    expectClose(weights.weights[i]?.raw, expected.genizi[name]);
  });
});

test("relative weights are Johnson's and add to R2", () => {
  const expected = attitude.expected("johnson_relative_weights");
  const result = relativeWeights(rating, predictors);
  expectClose(result?.r2, expected.R2);
  names.forEach((name, i) => {
    expectClose(result?.weights[i]?.raw, expected.raw[name]);
    expectClose(100 * (result?.weights[i]?.share as number), expected.rescaled_pct[name]);
  });
  expect(
    relativeWeights(
      [1, 2, 3, 4, 6],
      matrixOf([
        [1, 2],
        [2, 4],
        [3, 6],
        [4, 8],
        [5, 10],
      ]),
    ),
  ).toBeNull();
  expect(
    relativeWeights(
      [1, 2, 4],
      matrixOf([
        [1, 1],
        [2, 1],
        [3, 1],
      ]),
    ),
  ).toBeNull();
});

test("LMG shares are relaimpo's and its bootstrap repeats for a seed", () => {
  const expected = attitude.expected("relaimpo_lmg");
  const result = lmg(rating, predictors, { bootstrap: 200, seed: 5 });
  names.forEach((name, i) => {
    expectClose(result?.drivers[i]?.raw, expected[name]);
    expectClose(result?.drivers[i]?.raw, attitude.expected("lmg_bruteforce")[name]);
    expectClose(result?.drivers[i]?.share, attitude.expected("relaimpo_lmg_rescaled")[name]);
    expect(result?.drivers[i]?.lower).toBeLessThan(expected[name]);
    expect(result?.drivers[i]?.upper).toBeGreaterThan(expected[name]);
  });
  expect(lmg(rating, predictors, { bootstrap: 200, seed: 5 })).toEqual(result);
  expect(lmg(rating, predictors, { bootstrap: 0 })?.drivers[0]?.lower).toBeNull();
});

test("LMG: two unrelated predictors get their squared correlations; fifteen still add to R2; sixteen are refused", () => {
  const two = lmg(
    [3, 1, 1, -3],
    matrixOf([
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ]),
    { bootstrap: 0 },
  );
  // Centred, the outcome has 19 as sum of squares and 6 as product with either predictor, whose own is 4.
  expectClose(two?.drivers[0]?.raw, 36 / (4 * 19), 1e-12);
  expectClose(two?.drivers[1]?.raw, 36 / (4 * 19), 1e-12);
  const random = seededRandom(2);
  const rows = Array.from({ length: 60 }, () => Array.from({ length: 15 }, () => random.normal()));
  const y = rows.map((row) => row[0]! + 0.5 * row[1]! + random.normal());
  const many = lmg(y, matrixOf(rows), { bootstrap: 0 });
  expectClose(many?.r2, regression(y, matrixOf(rows))?.r2 as number, 1e-10);
  expect(() => lmg(y, matrixOf(rows.map((row) => [...row, 1])))).toThrow(RangeError);
});
