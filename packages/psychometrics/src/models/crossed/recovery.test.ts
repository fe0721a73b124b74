import { expect, test } from "vitest";
import { type SeededRandom, seededRandom } from "../../data/seeded-random.ts";
import type { CrossedModel } from "./crossed-model.ts";
import { fitCrossedModel } from "./fit-crossed-model.ts";

const truth = { ratee: 0.5, rater: 0.3, residual: 1 };

interface Simulation {
  ratee: number[];
  rater: number[];
  values: number[];
  effects: number[];
}

type Graph = (random: SeededRandom) => [number, number][];

/** Eight teams of six rate each other, and every leader rates the other leaders. */
const teams: Graph = () => {
  const pairs: [number, number][] = [];
  for (let team = 0; team < 8; team++) {
    for (let a = 0; a < 6; a++)
      for (let b = 0; b < 6; b++) if (a !== b) pairs.push([6 * team + a, 6 * team + b]);
    for (let other = 0; other < 8; other++) if (other !== team) pairs.push([6 * team, 6 * other]);
  }
  return pairs;
};

/** Sixty ratees with five raters each out of ninety. */
const sparse: Graph = (random) =>
  Array.from({ length: 300 }, (_, i): [number, number] => [i % 60, random.below(90)]);

function simulate(graph: Graph, random: SeededRandom, leniency = truth.rater): Simulation {
  const pairs = graph(random);
  const size = Math.max(...pairs.flat()) + 1;
  const draw = (variance: number) =>
    Array.from({ length: size }, () => Math.sqrt(variance) * random.normal());
  const [effects, raters] = [draw(truth.ratee), draw(leniency)];
  return {
    ratee: pairs.map(([a]) => a),
    rater: pairs.map(([, b]) => b),
    values: pairs.map(([a, b]) => 3 + effects[a]! + raters[b]! + random.normal()),
    effects,
  };
}

function estimated(data: Simulation): CrossedModel {
  const model = fitCrossedModel(data);
  if (!model.ok) throw new Error(model.reason);
  return model;
}

test.each([
  ["teams", teams],
  ["sparse", sparse],
] as const)(
  "%s: unbiased components whose intervals cover the truth about as often as they say",
  (_, graph) => {
    const random = seededRandom(17);
    const runs = 120;
    const sums = { ratee: 0, rater: 0, residual: 0 };
    const squares = { ratee: 0, rater: 0, residual: 0 };
    const covered = { ratee: 0, rater: 0, residual: 0 };
    let [inside, ratees] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const data = simulate(graph, random);
      const model = estimated(data);
      for (const name of ["ratee", "rater", "residual"] as const) {
        const { variance, lower, upper } = model.components[name];
        sums[name] += variance / runs;
        squares[name] += variance ** 2 / runs;
        if (lower <= truth[name] && truth[name] <= (upper as number)) covered[name]++;
      }
      for (const ratee of model.ratees) {
        const error = Math.abs(data.effects[Number(ratee.id)]! - ratee.effect);
        if (error < 1.96 * ratee.sd) inside++;
        ratees++;
      }
    }
    for (const name of ["ratee", "rater", "residual"] as const) {
      const error = Math.sqrt((squares[name] - sums[name] ** 2) / runs);
      expect(Math.abs(sums[name] - truth[name]), name).toBeLessThan(3.5 * error + 0.01);
      // Binomial error of the share is .02; the interval is approximate in small samples.
      expect(covered[name] / runs, name).toBeGreaterThan(0.88);
    }
    // Variances are estimated, which these intervals leave out: a little below nominal is right.
    expect(inside / ratees).toBeGreaterThan(0.91);
    expect(inside / ratees).toBeLessThan(0.97);
  },
);

test("adjusted scores are nearer the truth than raw means when raters differ in leniency, and no worse when they don't", () => {
  const rmse = (leniency: number) => {
    const random = seededRandom(5);
    let [raw, adjusted, n] = [0, 0, 0];
    for (let run = 0; run < 40; run++) {
      const data = simulate(sparse, random, leniency);
      const model = estimated(data);
      for (const ratee of model.ratees) {
        const own = data.values.filter((_, i) => data.ratee[i] === ratee.id);
        const mean = own.reduce((a, b) => a + b, 0) / own.length;
        const true_ = 3 + data.effects[Number(ratee.id)]!;
        raw += (mean - true_) ** 2;
        adjusted += (ratee.adjusted - true_) ** 2;
        n++;
      }
    }
    return { raw: Math.sqrt(raw / n), adjusted: Math.sqrt(adjusted / n) };
  };
  const lenient = rmse(0.8);
  expect(lenient.adjusted).toBeLessThan(0.85 * lenient.raw);
  const alike = rmse(0);
  expect(alike.adjusted).toBeLessThan(alike.raw);
});
