import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import { leastSquares } from "../linear/least-squares.ts";
import { symmetricEigen } from "../linear/symmetric-eigen.ts";
import type { DidRow } from "./did-row.ts";
import { differenceInDifferences } from "./difference-in-differences.ts";
import { minimumDetectableEffect } from "./minimum-detectable-effect.ts";
import { permutationTest } from "./permutation-test.ts";
import { reliableChange } from "./reliable-change.ts";

/** Clusters of unequal size, some people measured once. */
function trial(clusters: number, treated: number, seed = 3): DidRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: clusters }, (_, cluster) => {
    const level = random.normal();
    const people = 2 + (cluster % 3);
    return Array.from({ length: 2 * people - (cluster % 2) }, (_row, i) => {
      const after = i % 2 === 1;
      const effect = after && cluster < treated ? 0.8 : 0;
      return {
        cluster,
        treated: cluster < treated,
        after,
        value: level + effect + random.normal(),
      };
    });
  }).flat();
}

const product = (a: number[][], b: number[][]) =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, v, k) => sum + v * b[k]![j]!, 0)));
const transposed = (a: number[][]) => a[0]!.map((_, j) => a.map((row) => row[j]!));

/** CR2 by its matrices, all n x n: (I - H_gg)^(-1/2) by eigenvalues, df from the trace of the quadratic form. */
function byMatrices(rows: DidRow[]) {
  const x = rows.map((r) => [1, +r.treated, +r.after, +(r.treated && r.after)]);
  const n = rows.length;
  const fit = leastSquares(
    Float64Array.from(x.flat()),
    Float64Array.from(rows, (r) => r.value),
    n,
    4,
  )!;
  const inverse = Array.from({ length: 4 }, (_, i) => [...fit.inverse.slice(4 * i, 4 * i + 4)]);
  const maker = product(inverse, transposed(x));
  const hat = product(x, maker);
  const rest = hat.map((row, i) => row.map((h, j) => (i === j ? 1 : 0) - h));
  const groups = [...new Set(rows.map((r) => r.cluster))].map((id) =>
    [...rows.keys()].filter((i) => rows[i]!.cluster === id),
  );
  let variance = 0;
  const columns = groups.map((own) => {
    const m = own.length;
    const block = Float64Array.from(own.flatMap((i) => own.map((j) => rest[i]![j]!)));
    const { values, vectors } = symmetricEigen(block, m);
    const adjusted = own.map((_, a) =>
      own.reduce((sum, j, b) => {
        const root = vectors.reduce(
          (s, v, k) => (values[k]! < 1e-10 ? s : s + (v[a]! * v[b]!) / Math.sqrt(values[k]!)),
          0,
        );
        return sum + root * maker[3]![j]!;
      }, 0),
    );
    variance += own.reduce((sum, i, a) => sum + adjusted[a]! * fit.residuals[i]!, 0) ** 2;
    return rest.map((row) => own.reduce((sum, i, a) => sum + row[i]! * adjusted[a]!, 0));
  });
  const form = columns.map((p) => columns.map((q) => p.reduce((s, v, i) => s + v * q[i]!, 0)));
  const trace = form.reduce((sum, row, g) => sum + row[g]!, 0);
  const squares = form.flat().reduce((sum, v) => sum + v * v, 0);
  return { estimate: fit.coefficients[3]!, variance, df: trace ** 2 / squares };
}

test("CR2 and its degrees of freedom by the definition, clusters of unequal size", () => {
  const rows = trial(7, 3);
  const did = differenceInDifferences(rows, { permutations: 0, level: 0.9 })!;
  const expected = byMatrices(rows);
  expect(did).toMatchObject({ variance: "CR2", level: 0.9, clusters: 7, treatedClusters: 3 });
  expectClose(did.estimate, expected.estimate, 1e-10);
  expectClose(did.standardError, Math.sqrt(expected.variance), 1e-9);
  expectClose(did.df, expected.df, 1e-9);
  const half = tQuantile(0.95, expected.df) * Math.sqrt(expected.variance);
  expectClose(did.lower, expected.estimate - half, 1e-9);
  expectClose(did.upper, expected.estimate + half, 1e-9);
  expectClose(did.t, expected.estimate / Math.sqrt(expected.variance), 1e-9);
});

test("rows without a value are left out, also when they are a cluster's only ones", () => {
  const rows = trial(6, 3);
  const gap = { value: Number.NaN, after: true };
  const more = [
    ...rows,
    { ...gap, cluster: 0, treated: true },
    { ...gap, cluster: 99, treated: false },
  ];
  expect(differenceInDifferences(more)).toEqual(differenceInDifferences(rows));
});

test("two clusters on each side are enough, one is not", () => {
  expect(differenceInDifferences(trial(4, 2))).toMatchObject({ clusters: 4, treatedClusters: 2 });
  expect(differenceInDifferences(trial(4, 1))).toBeNull();
  expect(differenceInDifferences(trial(4, 3))).toBeNull();
});

test("permutations are made below 30 clusters unless told", () => {
  expect(differenceInDifferences(trial(30, 15))?.permutationP).toBeNull();
  expect(differenceInDifferences(trial(29, 15))?.permutationP).toBeGreaterThan(0);
  expect(differenceInDifferences(trial(30, 15), { permutations: 9 })?.permutationP).not.toBeNull();
});

test("every assignment is that of a difference in differences with treatment dealt out again", () => {
  const rows = trial(6, 2, 8);
  const effect = (arms: Set<number>) => {
    const at = (treated: boolean, after: boolean) => {
      const own = rows.filter((r) => arms.has(Number(r.cluster)) === treated && r.after === after);
      return own.reduce((sum, r) => sum + r.value, 0) / own.length;
    };
    return at(true, true) - at(true, false) - (at(false, true) - at(false, false));
  };
  const observed = Math.abs(effect(new Set([0, 1])));
  let [large, all] = [0, 0];
  for (let a = 0; a < 6; a++) {
    for (let b = a + 1; b < 6; b++) {
      all++;
      if (Math.abs(effect(new Set([a, b]))) >= observed - 1e-9) large++;
    }
  }
  expect(all).toBe(15);
  expect(large).toBeGreaterThan(1);
  // Exact as soon as there are no more assignments than asked for.
  expectClose(permutationTest(rows, 15, 1), large / 15, 1e-12);
  expectClose(permutationTest(rows, 4999, 1), large / 15, 1e-12);
});

test("random assignments come near the exact p, count the observed one and repeat for a seed", () => {
  const rows = trial(12, 6, 5);
  const exact = permutationTest(rows, 924, 1)!;
  const random = permutationTest(rows, 923, 1)!;
  expect(Math.abs(random - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 923));
  expect(random).not.toBe(exact);
  expectClose((random * 924) % 1, 0, 1e-9);
  expect(permutationTest(rows, 923, 1)).toBe(random);
  expect([2, 3, 4].map((seed) => permutationTest(rows, 923, seed))).not.toEqual([
    random,
    random,
    random,
  ]);
  // Nothing is as large as a perfect separation but the observed assignment itself.
  const clear = rows.map((r) => ({ ...r, value: r.treated && r.after ? 100 : 0 }));
  expect(permutationTest(clear, 99, 1)!).toBeLessThan(0.04);
  expect(permutationTest(clear, 99, 1)!).toBeGreaterThanOrEqual(0.01);
  const seeds = [1, 2, 3, 4, 5];
  expect(
    seeds.map((seed) => differenceInDifferences(rows, { permutations: 99, seed })?.permutationP),
  ).toEqual(seeds.map((seed) => permutationTest(rows, 99, seed)));
  expect(differenceInDifferences(rows, { permutations: 99 })?.permutationP).toBe(
    permutationTest(rows, 99, 1),
  );
});

test("random assignments treat as many clusters as were treated", () => {
  // One cluster of twelve changed: only alone does it make the whole effect.
  const rows = Array.from({ length: 12 }, (_, cluster) => [
    { cluster, treated: cluster === 0, after: false, value: 0 },
    { cluster, treated: cluster === 0, after: true, value: cluster === 0 ? 100 : 0 },
  ]).flat();
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  const hits = seeds.map((seed) => Math.round(permutationTest(rows, 11, seed)! * 12) - 1);
  // 440 draws with chance 1 / 12: 37 of them, give or take 6.
  const all = hits.reduce((a, b) => a + b, 0);
  expect(all).toBeGreaterThan(15);
  expect(all).toBeLessThan(60);
});

test("an assignment that leaves a cell empty is passed over", () => {
  // Two clusters were only measured before: alone they are no comparison.
  const once = [0, 1].map((cluster) => ({ cluster, treated: true, after: false, value: cluster }));
  const rows = [...once, ...trial(6, 0).map((r) => ({ ...r, cluster: Number(r.cluster) + 2 }))];
  const treated = rows.map((r) => ({ ...r, treated: r.cluster === 0 || r.cluster === 2 }));
  const p = permutationTest(treated, 999, 1)!;
  // 28 pairs of eight clusters, one of which has no "after" at all.
  expect(Math.abs(p * 27 - Math.round(p * 27))).toBeLessThan(1e-9);
  expect(permutationTest(once, 10, 1)).toBeNull();
});

test("the least detectable effect is Bloom's multiplier times the standard error", () => {
  const plan = { treatedClusters: 4, controlClusters: 6, clusterSize: 5, sd: 2, icc: 0.2 };
  const found = minimumDetectableEffect({ ...plan, explained: 0.36, power: 0.9, level: 0.9 })!;
  const error = 2 * Math.sqrt((0.2 + 0.8 / 5) * 0.64 * (1 / 4 + 1 / 6));
  expect(found.df).toBe(8);
  expectClose(found.standardError, error, 1e-12);
  expectClose(found.effect, (tQuantile(0.95, 8) + tQuantile(0.9, 8)) * error, 1e-12);
  const least = { ...plan, treatedClusters: 1, controlClusters: 2, clusterSize: 1 };
  expect(minimumDetectableEffect(least)?.df).toBe(1);
  expect(minimumDetectableEffect({ ...least, treatedClusters: 2, controlClusters: 1 })?.df).toBe(1);
  expect(minimumDetectableEffect({ ...least, controlClusters: 1 })).toBeNull();
  expect(minimumDetectableEffect({ ...least, treatedClusters: 0, controlClusters: 4 })).toBeNull();
  expect(minimumDetectableEffect({ ...least, clusterSize: 0 })).toBeNull();
  expect(minimumDetectableEffect({ ...plan, icc: 1, explained: 1, sd: 0 })?.effect).toBe(0);
  expect(() => minimumDetectableEffect({ ...plan, icc: -0.1 })).toThrow(RangeError);
  expect(() => minimumDetectableEffect({ ...plan, sd: -1 })).toThrow(RangeError);
});

test("change is reliable from the quantile of the level on", () => {
  const ruler = { sd: 1, reliability: 0.5 };
  // The standard error of a difference is 1.
  expect(reliableChange(0, 1.97, ruler)?.verdict).toBe("up");
  expect(reliableChange(0, 1.95, ruler)?.verdict).toBe("within-noise");
  expect(reliableChange(0, -1.97, ruler)?.verdict).toBe("down");
  expect(reliableChange(0, -1.95, ruler)?.verdict).toBe("within-noise");
  expect(reliableChange(0, 1.7, ruler, { level: 0.9 })?.verdict).toBe("up");
  expect(reliableChange(0, 1.97, ruler)?.change).toBe(1.97);
  expectClose(reliableChange(0, 1.97, ruler)?.standardError, 1, 1e-12);
  expectClose(reliableChange(0, 1, ruler)?.lower, 1 - 1.959963984540054, 1e-12);
  expectClose(reliableChange(0, 1, ruler)?.upper, 1 + 1.959963984540054, 1e-12);
  expect(reliableChange(0, 1, { ...ruler, reliability: 0 })?.index).toBeCloseTo(Math.SQRT1_2, 12);
  expect(reliableChange(0, 1, { ...ruler, reliability: 1 })).toBeNull();
});
