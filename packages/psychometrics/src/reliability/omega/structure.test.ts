import { expect, test } from "vitest";
import { expectClose } from "../../../testing/close.ts";
import { matrixOf } from "../../data/matrix-of.ts";
import { seededRandom } from "../../data/seeded-random.ts";
import { covarianceMatrix } from "../../describe/covariance-matrix.ts";
import { cholesky } from "../../linear/cholesky.ts";
import { factorAnalysis } from "./factor-analysis.ts";
import { oblimin } from "./oblimin.ts";
import { omegaHierarchical } from "./omega-hierarchical.ts";
import { omegaTotal } from "./omega-total.ts";

/** Correlations that loadings, factor correlations and a unit diagonal imply. */
function implied(pattern: number[][], phi: number[][]): number[][] {
  return pattern.map((a, i) =>
    pattern.map((b, j) =>
      i === j
        ? 1
        : a.reduce((sum, x, k) => sum + b.reduce((s, y, l) => s + x * y * phi[k]![l]!, 0), 0),
    ),
  );
}

/** Rows whose sample correlations are exactly those given: noise made spherical, then shaped. */
function rowsWith(r: number[][], n = 60) {
  const size = r.length;
  const random = seededRandom(size);
  const noise = Array.from({ length: n }, () =>
    Array.from({ length: size }, () => random.normal()),
  );
  const means = r.map((_, c) => noise.reduce((sum, row) => sum + row[c]!, 0) / n);
  const centred = noise.map((row) => row.map((v, c) => v - means[c]!));
  const own = cholesky(covarianceMatrix(matrixOf(centred))!.values, size)!;
  const shape = cholesky(Float64Array.from(r.flat()), size)!;
  return centred.map((row) => {
    const white: number[] = [];
    for (let i = 0; i < size; i++) {
      let v = row[i]!;
      for (let k = 0; k < i; k++) v -= own[i * size + k]! * white[k]!;
      white.push(v / own[i * size + i]!);
    }
    return r.map((_, i) =>
      white.slice(0, i + 1).reduce((s, w, k) => s + w * shape[i * size + k]!, 0),
    );
  });
}

const three = [
  [0.8, 0, 0],
  [0.7, 0, 0],
  [0.6, 0, 0],
  [0, 0.7, 0],
  [0, 0.8, 0],
  [0, 0.5, 0],
  [0, 0, 0.6],
  [0, 0, 0.7],
  [0, 0, 0.9],
];
/** Factors that share g: correlations g_i g_j. */
const sharing = (g: number[]) => g.map((a, i) => g.map((b, j) => (i === j ? 1 : a * b)));

test.each(["ml", "minres"] as const)("%s finds a one-factor structure exactly", (method) => {
  const loadings = [0.9, 0.7, 0.5, 0.6];
  const r = implied(
    loadings.map((l) => [l]),
    [[1]],
  );
  const found = factorAnalysis(Float64Array.from(r.flat()), 4, 1, method);
  expect(found).toMatchObject({ converged: true, heywood: false });
  const sign = Math.sign(found.loadings[0]![0]!);
  loadings.forEach((l, i) => {
    expectClose(sign * found.loadings[i]![0]!, l, 1e-5);
    expectClose(found.uniqueness[i], 1 - l * l, 1e-4);
  });
});

test.each(["ml", "minres"] as const)(
  "%s with three factors gives the correlations back",
  (method) => {
    const r = implied(three, sharing([0.8, 0.7, 0.6]));
    const { loadings } = factorAnalysis(Float64Array.from(r.flat()), 9, 3, method);
    loadings.forEach((a, i) => {
      loadings.forEach((b, j) => {
        const given = a.reduce((sum, x, k) => sum + x * b[k]!, 0);
        if (i !== j) expect(Math.abs(given - r[i]![j]!)).toBeLessThan(1e-4);
      });
    });
  },
);

test("oblimin turns a hidden simple structure back, with the factors' correlations", () => {
  const phi = sharing([0.8, 0.7, 0.6]);
  const lower = cholesky(Float64Array.from(phi.flat()), 3)!;
  // Uncorrelated loadings: the pattern times a root of phi.
  const loadings = three.map((row) =>
    [0, 1, 2].map((k) => row.reduce((sum, l, f) => sum + l * lower[f * 3 + k]!, 0)),
  );
  const found = oblimin(loadings);
  expect(found.converged).toBe(true);
  const place = [0, 1, 2].map((f) =>
    [0, 1, 2].find((k) => Math.abs(found.pattern[3 * f]![k]!) > 0.4),
  ) as number[];
  const sign = place.map((k, f) => Math.sign(found.pattern[3 * f]![k]!));
  three.forEach((row, i) => {
    row.forEach((l, f) => {
      expect(Math.abs(sign[f]! * found.pattern[i]![place[f]!]! - l)).toBeLessThan(1e-4);
    });
  });
  phi.forEach((row, f) => {
    row.forEach((v, g) => {
      const own = sign[f]! * sign[g]! * found.phi[place[f]!]![place[g]!]!;
      expect(Math.abs(own - v)).toBeLessThan(1e-4);
    });
  });
});

test("omega of an exact second-order structure is what its loadings say", () => {
  const g = [0.8, 0.7, 0.6];
  const r = implied(three, sharing(g));
  const omega = omegaHierarchical(matrixOf(rowsWith(r)))!;
  const all = r.flat().reduce((a, b) => a + b, 0);
  const general = three.map((row) => row.reduce((sum, l, k) => sum + l * g[k]!, 0));
  const unique = three.map((row) => 1 - row.reduce((sum, l) => sum + l * l, 0));
  expectClose(omega.hierarchical, general.reduce((a, b) => a + b, 0) ** 2 / all, 1e-3);
  expectClose(omega.total, 1 - unique.reduce((a, b) => a + b, 0) / all, 1e-4);
  expect(omega).toMatchObject({ n: 60, items: 9, factors: 3, heywood: false });
  omega.loadings.forEach((item, i) => {
    expect(Math.abs(item.general - general[i]!)).toBeLessThan(2e-3);
    expect(Math.abs(item.uniqueness - unique[i]!)).toBeLessThan(1e-3);
    expect(item.flipped).toBe(false);
  });
});

test("two factors: equal general weights, or none where they run against each other", () => {
  const two = three.slice(0, 6).map((row) => row.slice(0, 2));
  const along = omegaHierarchical(matrixOf(rowsWith(implied(two, sharing([0.7, 0.7])))), {
    factors: 2,
  })!;
  expect(along).toMatchObject({ factors: 2, heywood: false });
  along.loadings.forEach((item, i) => {
    const expected = 0.7 * (two[i]![0]! + two[i]![1]!);
    expect(Math.abs(item.general - expected)).toBeLessThan(2e-3);
  });
  // Items of one factor that run against the other's are all turned round, and nothing else changes.
  const turned = rowsWith(implied(two, sharing([0.7, 0.7]))).map((row) =>
    row.map((v, i) => (i > 2 ? -v : v)),
  );
  const against = omegaHierarchical(matrixOf(turned), { factors: 2 })!;
  expectClose(against.hierarchical, along.hierarchical, 1e-3);
  const flipped = against.loadings.map((item) => item.flipped);
  expect([flipped.slice(0, 3), flipped.slice(3)].map((f) => new Set(f).size)).toEqual([1, 1]);
  expect(flipped[0]).not.toBe(flipped[5]);
});

test("a general factor that claims more of a group than there is of it is flagged", () => {
  // r12 r13 / r23 = 1.8: the first factor would be more than all general.
  const phi = [
    [1, 0.6, 0.6],
    [0.6, 1, 0.2],
    [0.6, 0.2, 1],
  ];
  expect(omegaHierarchical(matrixOf(rowsWith(implied(three, phi))))?.heywood).toBe(true);
});

test("what is too small, too many or does not vary is refused, one step further is not", () => {
  const rows = (n: number) => rowsWith(implied(three, sharing([0.8, 0.7, 0.6])), n);
  const five = (n: number) => matrixOf(rows(n).map((row) => row.slice(0, 5)));
  expect(omegaHierarchical(five(40), { factors: 1 })).toBeNull();
  expect(omegaHierarchical(five(40), { factors: 4 })).toBeNull();
  expect(omegaHierarchical(five(40), { factors: 3 })).toMatchObject({ items: 5, factors: 3 });
  expect(omegaTotal(matrixOf(rows(40).map((row) => row.slice(0, 2))))).toBeNull();
  expect(omegaTotal(matrixOf(rows(40).map((row) => row.slice(0, 3))))?.items).toBe(3);
  expect(
    omegaHierarchical(matrixOf(rows(40).map((row) => row.slice(0, 2))), { factors: 2 }),
  ).toBeNull();
  const nine = rows(40).slice(0, 9);
  expect(omegaTotal(matrixOf(nine))).toBeNull();
  expect(omegaHierarchical(matrixOf(nine))).toBeNull();
  expect(omegaTotal(matrixOf(rows(40).map((row) => [...row.slice(0, 4), 1])))).toBeNull();
  expect(omegaHierarchical(matrixOf(rows(40).map((row) => [1, ...row])))).toBeNull();
  expect(omegaTotal(matrixOf([[1, 2, 3]]))).toBeNull();
  expect(omegaHierarchical(matrixOf([[1, 2, 3]]))).toBeNull();
});
