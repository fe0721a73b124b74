import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../../data/seeded-random.ts";
import { cholesky, choleskyInverse, choleskySolve } from "../../linear/cholesky.ts";
import { factorise } from "./factorise.ts";
import { invertFactor } from "./invert-factor.ts";
import { minimumDegree } from "./minimum-degree.ts";
import {
  factoriseSparse,
  inverseDiagonal,
  type SparseFactor,
  solveSparse,
} from "./sparse-factor.ts";
import { factorPattern } from "./symbolic.ts";

/** A random symmetric matrix that is positive definite by its diagonal, dense and in compressed rows. */
function matrix(n: number, density: number, seed: number) {
  const random = seededRandom(seed);
  const dense = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (random.uniform() > density) continue;
      const value = random.normal();
      dense[i * n + j] = value;
      dense[j * n + i] = value;
      dense[i * n + i]! += Math.abs(value);
      dense[j * n + j]! += Math.abs(value);
    }
    dense[i * n + i]! += 0.5;
  }
  const start = new Int32Array(n + 1);
  const column: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (i !== j && dense[i * n + j] !== 0) column.push(j);
    start[i + 1] = column.length;
  }
  return { dense, start, column: Int32Array.from(column) };
}

function sparse(n: number, density: number, seed: number) {
  const { dense, start, column } = matrix(n, density, seed);
  const order = minimumDegree(n, start, column, Number.POSITIVE_INFINITY)!;
  const pattern = factorPattern(n, start, column, order);
  const factor: SparseFactor = {
    pattern,
    values: new Float64Array(pattern.row.length),
    d: new Float64Array(n),
  };
  const done = factoriseSparse(factor, (k, work) => {
    const i = order[k]!;
    for (let j = 0; j < n; j++) {
      const at = pattern.position[j]!;
      if (at >= k) work[at]! += dense[i * n + j]!;
    }
  });
  return { dense, order, factor, done };
}

test("sparse solution, determinant and inverse diagonal are the dense ones, for any pattern", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 0.6, noNaN: true }),
      fc.integer(),
      (n, density, seed) => {
        const { dense, order, factor, done } = sparse(n, density, seed);
        expect(done).toBe(true);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        const lower = cholesky(dense, n)!;
        const b = Float64Array.from({ length: n }, (_, i) => Math.sin(i + 1));
        const x = Float64Array.from(order, (i) => b[i]!);
        solveSparse(factor, x);
        const expected = choleskySolve(lower, n, b);
        order.forEach((i, k) => {
          expect(x[k]).toBeCloseTo(expected[i]!, 9);
        });
        const inverse = choleskyInverse(lower, n);
        inverseDiagonal(factor).forEach((value, k) => {
          expect(value).toBeCloseTo(inverse[order[k]! * (n + 1)]!, 9);
        });
        const determinant = factor.d.reduce((sum, d) => sum + Math.log(d), 0);
        expect(determinant).toBeCloseTo(
          lower.reduce((sum, l, at) => (at % (n + 1) === 0 ? sum + 2 * Math.log(l) : sum), 0),
          8,
        );
      },
    ),
    { numRuns: 60 },
  );
});

test("a tree has no fill, and a limit on fill is kept", () => {
  // A star: eliminating the hub first would fill everything.
  const n = 50;
  const start = Int32Array.from({ length: n + 1 }, (_, i) => (i === 0 ? 0 : n - 2 + i));
  const column = Int32Array.from({ length: 2 * (n - 1) }, (_, s) => (s < n - 1 ? s + 1 : 0));
  const order = minimumDegree(n, start, column, n - 1);
  expect(order).not.toBeNull();
  expect(factorPattern(n, start, column, order!).row).toHaveLength(n - 1);
  expect(minimumDegree(n, start, column, n - 2)).toBeNull();
});

test("a matrix that is not positive definite is refused", () => {
  const { start, column } = matrix(3, 1, 1);
  const order = minimumDegree(3, start, column, 100)!;
  const pattern = factorPattern(3, start, column, order);
  const factor = { pattern, values: new Float64Array(pattern.row.length), d: new Float64Array(3) };
  expect(factoriseSparse(factor, (k, work) => work.fill(1, k))).toBe(false);
  expect(factorise(Float64Array.from([1, 0, 2, 1]), 2)).toBe(false);
});

test("tiled dense factor and inverse are the plain ones, at every remainder of four", () => {
  for (const n of [1, 2, 3, 4, 5, 7, 8, 13, 22]) {
    const { dense } = matrix(n, 0.7, n);
    const tiled = Float64Array.from(dense);
    expect(factorise(tiled, n)).toBe(true);
    const plain = cholesky(dense, n)!;
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) expect(tiled[i * n + j]).toBeCloseTo(plain[i * n + j]!, 10);
    if (n % 4 !== 0) continue;
    const expected = choleskyInverse(plain, n);
    invertFactor(tiled, n).forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at]!, 10);
    });
  }
});
