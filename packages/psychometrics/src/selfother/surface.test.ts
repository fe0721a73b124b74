import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../testing/close.ts";
import { oracle } from "../../testing/oracle.ts";
import { seededRandom } from "../data/seeded-random.ts";
import { quantile } from "../describe/quantile.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import { polynomialAgreement } from "./polynomial-agreement.ts";
import { type Quadratic, surfaceGeometry } from "./surface-axes.ts";

const attitude = oracle("attitude_chatterjee_price");
const scaled = (name: string, centre: number) =>
  attitude.numbers(name).map((v) => (v - centre) / 10);

test("a5, stationary point, axes and their delta-method errors: 50-digit arithmetic on a public table", () => {
  // Least squares, the formulas of Edwards and Parry and numeric derivatives of them, by mpmath.
  const found = polynomialAgreement(
    scaled("complaints", 65),
    scaled("learning", 55),
    scaled("rating", 0),
  )!;
  const { axes, axisTurn } = found;
  const { stationary, first, second } = axes;
  for (const [own, value, error] of [
    [axisTurn, -0.1805796916475946, 0.1449559549559523],
    [stationary?.x, 6.804287805482561, 12.23056380631347],
    [stationary?.y, -1.133146880280179, 3.763457759261856],
    [first?.slope, 21.36698316594373, 165.4789100664122],
    [first?.intercept, -146.5202498762623, 1288.602348923072],
    [first?.curve, 61.77533625851789, 994.1459594182538],
    [second?.slope, -0.04680117882031533, 0.3624567867565394],
    [second?.intercept, -0.814698189950899, 1.706053826490094],
    [second?.curve, -0.04646013432879079, 0.0764445175478008],
  ] as const) {
    expectClose(own?.estimate, value, 1e-9);
    expectClose(own?.standardError, error, 1e-8);
    const half = tQuantile(0.975, 24) * error;
    expectClose(own?.lower, value - half, 1e-8);
    expectClose(own?.upper, value + half, 1e-8);
  }
  expect(axes.shape).toBe("saddle");
  // Slopes are tested against those of agreement and disagreement, all else against 0.
  expectClose(first?.slope.t, (21.36698316594373 - 1) / 165.4789100664122, 1e-8);
  expectClose(second?.slope.t, (1 - 0.04680117882031533) / 0.3624567867565394, 1e-8);
  expectClose(first?.intercept?.t, -146.5202498762623 / 1288.602348923072, 1e-8);
  expect(first?.slope.bootstrap).toBeNull();
});

const coefficient = fc.double({ min: -2, max: 2, noNaN: true }).filter((v) => Math.abs(v) > 0.05);

test("the surface is level at its stationary point, the axes cross there at a right angle and run along its eigenvectors", () => {
  fc.assert(
    fc.property(fc.tuple(coefficient, coefficient, coefficient, coefficient, coefficient), (b) => {
      const [b1, b2, b3, b4, b5] = b;
      const { stationary, first, second } = surfaceGeometry(b);
      if (stationary === null) return;
      const [x, y] = [stationary.x.value, stationary.y.value];
      const size = 1 + Math.abs(x) + Math.abs(y);
      expect(Math.abs(b1 + 2 * b3 * x + b4 * y)).toBeLessThan(1e-9 * size);
      expect(Math.abs(b2 + b4 * x + 2 * b5 * y)).toBeLessThan(1e-9 * size);
      expectClose(first!.slope.value * second!.slope.value, -1, 1e-9);
      for (const axis of [first!, second!]) {
        const p = axis.slope.value;
        expect(Math.abs(axis.intercept!.value + p * x - y)).toBeLessThan(
          1e-9 * size * (1 + Math.abs(p)),
        );
        // (1, p) keeps its direction under the matrix of second derivatives.
        const [u, v] = [b3 + (b4 / 2) * p, b4 / 2 + b5 * p];
        expect(Math.abs(u * p - v)).toBeLessThan(1e-9 * (1 + p * p));
        expectClose(axis.curve.value, (1 + p * p) * u, 1e-8);
      }
      // Along the first axis a surface falls least or rises most.
      const per = (axis: typeof first) => axis!.curve.value / (1 + axis!.slope.value ** 2);
      expect(per(first)).toBeGreaterThanOrEqual(per(second) - 1e-9);
    }),
  );
});

test("slopes in the coefficients are those of small steps", () => {
  const b: Quadratic = [0.64, 0.19, -0.3, 0.27, -0.13];
  const quantities = (from: Quadratic) => {
    const { stationary, first, second } = surfaceGeometry(from);
    return [stationary!.x, stationary!.y].concat(
      [first!, second!].flatMap(({ slope, intercept, curve }) => [slope, intercept!, curve]),
    );
  };
  const own = quantities(b);
  for (const k of [0, 1, 2, 3, 4]) {
    const moved = (by: number) =>
      quantities(b.map((v, i) => (i === k ? v + by : v)) as unknown as Quadratic);
    const [up, down] = [moved(1e-5), moved(-1e-5)];
    own.forEach(({ gradient }, q) => {
      const slope = (up[q]!.value - down[q]!.value) / 2e-5;
      expect(Math.abs(slope - gradient[k]!)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
    });
  }
});

/** A dome whose ridge lies along y = .5 + .8 x. */
function simulated(n: number, noise: number, seed = 6) {
  const random = seededRandom(seed);
  const self = Array.from({ length: n }, () => 3 + random.normal());
  const others = self.map((s) => 3 + 0.4 * (s - 3) + random.normal());
  const outcome = self.map((s, i) => {
    const [x, y] = [s - 3, others[i]! - 3];
    const [along, across] = [
      (x + 0.8 * y) / Math.hypot(1, 0.8),
      (y - 0.5 - 0.8 * x) / Math.hypot(1, 0.8),
    ];
    return 4 - 0.1 * along ** 2 - 0.5 * across ** 2 + noise * random.normal();
  });
  return { self, others, outcome };
}

test("without noise the axes are those the surface was made of", () => {
  const { self, others, outcome } = simulated(200, 0);
  const { axes, axisTurn } = polynomialAgreement(self, others, outcome, { midpoint: 3 })!;
  expect(axes.shape).toBe("maximum");
  expectClose(axes.first?.slope.estimate, 0.8, 1e-9);
  expectClose(axes.first?.intercept?.estimate, 0.5, 1e-9);
  expectClose(axes.second?.slope.estimate, -1 / 0.8, 1e-9);
  // Eigenvalues -.1 and -.5, times 1 + slope2.
  expectClose(axes.first?.curve.estimate, -0.1 * 1.64, 1e-9);
  expectClose(axes.second?.curve.estimate, -0.5 * (1 + 1 / 0.64), 1e-9);
  expectClose(axisTurn.estimate, (0.4 * (1 - 0.64)) / 1.64, 1e-9);
});

test("delta-method and bootstrap intervals hold the true axis about as often as they say", () => {
  let [delta, boot] = [0, 0];
  const runs = 60;
  for (let run = 0; run < runs; run++) {
    const { self, others, outcome } = simulated(250, 0.8, 100 + run);
    const { axes } = polynomialAgreement(self, others, outcome, {
      midpoint: 3,
      level: 0.9,
      bootstrap: 150,
      seed: run,
    })!;
    const slope = axes.first!.slope;
    expect(slope.bootstrap?.samples).toBe(150);
    if (slope.lower <= 0.8 && slope.upper >= 0.8) delta++;
    if (slope.bootstrap!.lower <= 0.8 && slope.bootstrap!.upper >= 0.8) boot++;
  }
  // Binomial error of the shares is .039.
  expect(Math.abs(delta / runs - 0.9)).toBeLessThan(0.12);
  expect(Math.abs(boot / runs - 0.9)).toBeLessThan(0.13);
});

test("a seed repeats its bootstrap, people with gaps stay out of it", () => {
  const { self, others, outcome } = simulated(60, 0.5);
  const options = { midpoint: 3, bootstrap: 50, seed: 9 };
  const once = polynomialAgreement(self, others, outcome, options);
  expect(polynomialAgreement(self, others, outcome, options)).toEqual(once);
  const gaps = polynomialAgreement(
    [...self, 3, Number.NaN],
    [...others, 3, 3],
    [...outcome, Number.NaN, 3],
    options,
  );
  expect(gaps).toEqual(once);
  const other = polynomialAgreement(self, others, outcome, { ...options, seed: 10 });
  expect(other?.axes.first?.slope.bootstrap).not.toEqual(once?.axes.first?.slope.bootstrap);
});

test("surfaces without a turn, with an axis straight up, or round have no more than they have", () => {
  // -(x - y)2 + x: a ridge along x = y that rises for ever.
  const ridge = surfaceGeometry([1, 0, -1, 2, -1]);
  expect(ridge.stationary).toBeNull();
  expect(ridge.first).toMatchObject({ intercept: null, slope: { value: 1 }, curve: { value: 0 } });
  expect(ridge.second).toMatchObject({ slope: { value: -1 }, curve: { value: -4 } });
  const upright = surfaceGeometry([0, 0, -2, 0, -1]);
  expect(upright.first).toBeNull();
  expect(upright.second?.slope.value).toBeCloseTo(0, 12);
  const lying = surfaceGeometry([0, 0, -1, 0, -2]);
  expect(lying.first?.slope.value).toBeCloseTo(0, 12);
  expect(lying.second).toBeNull();
  const round = surfaceGeometry([0.3, 0, -1, 0, -1]);
  expect(round).toMatchObject({ first: null, second: null });
  expect(round.stationary?.x.value).toBeCloseTo(0.15, 12);
  const flat = surfaceGeometry([1, 1, 0, 0, 0]);
  expect(flat).toEqual({ stationary: null, first: null, second: null });
});

test("bootstrap intervals are percentiles of surfaces fitted to people drawn with replacement", () => {
  const { self, others, outcome } = simulated(40, 0.4);
  const options = { midpoint: 3, level: 0.8, bootstrap: 200, seed: 5 };
  const { axes } = polynomialAgreement(self, others, outcome, options)!;
  const random = seededRandom(5);
  const slopes = Array.from({ length: 200 }, () => {
    const drawn = self.map(() => random.below(40));
    const of = (list: number[]) => drawn.map((i) => list[i]!);
    return polynomialAgreement(of(self), of(others), of(outcome), { midpoint: 3 })!.axes.first!
      .slope.estimate;
  });
  const { lower, upper, samples } = axes.first!.slope.bootstrap!;
  expect(samples).toBe(200);
  expectClose(lower, quantile(slopes, 0.1) as number, 1e-7);
  expectClose(upper, quantile(slopes, 0.9) as number, 1e-7);
  // Seed 1 unless told.
  const { seed: _, ...unseeded } = options;
  expect(polynomialAgreement(self, others, outcome, unseeded)).toEqual(
    polynomialAgreement(self, others, outcome, { ...unseeded, seed: 1 }),
  );
});

test("the shape is told apart by curvature: dome, bowl and saddle", () => {
  const { self, others } = simulated(30, 0);
  const shape = (b: Quadratic) => {
    const outcome = self.map((s, i) => {
      const [x, y] = [s - 3, others[i]! - 3];
      return b[0] * x + b[1] * y + b[2] * x * x + b[3] * x * y + b[4] * y * y;
    });
    return polynomialAgreement(self, others, outcome, { midpoint: 3 })!.axes.shape;
  };
  expect(shape([0.1, 0.2, -0.5, 0.3, -0.4])).toBe("maximum");
  expect(shape([0.1, 0.2, 0.5, 0.3, 0.4])).toBe("minimum");
  expect(shape([0.1, 0.2, 0.5, 0.3, -0.4])).toBe("saddle");
  // Nearly a ridge, from either side: 4 b3 b5 against b4 squared.
  expect(shape([0.1, 0.2, 0.5, 0.99, 0.5])).toBe("minimum");
  expect(shape([0.1, 0.2, 0.5, 1.01, 0.5])).toBe("saddle");
});
