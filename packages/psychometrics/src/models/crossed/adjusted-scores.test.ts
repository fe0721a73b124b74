import { expect, test } from "vitest";
import { type SeededRandom, seededRandom } from "../../data/seeded-random.ts";
import { fitCrossedModel } from "./fit-crossed-model.ts";

type Graph = (random: SeededRandom) => [ratee: number, rater: number][];

/** Eight teams of six rate each other; leaders rate other leaders; some rate somebody elsewhere. */
const teams: Graph = (random) => {
  const pairs: [number, number][] = [];
  for (let team = 0; team < 8; team++) {
    for (let a = 0; a < 6; a++)
      for (let b = 0; b < 6; b++) if (a !== b) pairs.push([6 * team + a, 6 * team + b]);
    for (let other = 0; other < 8; other++) if (other !== team) pairs.push([6 * team, 6 * other]);
  }
  for (let i = 0; i < 40; i++) pairs.push([random.below(48), random.below(48)]);
  return pairs;
};

/** Everybody chooses four raters out of a pool: no two ratees have the same. */
const sparse: Graph = (random) =>
  Array.from({ length: 240 }, (_, i): [number, number] => [i % 60, random.below(80)]);

function errors(graph: Graph, leniency: number, runs: number) {
  const random = seededRandom(23);
  let [raw, adjusted, inside, ratees] = [0, 0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const pairs = graph(random);
    const draw = (sd: number) => Array.from({ length: 90 }, () => sd * random.normal());
    const [standing, level] = [draw(Math.sqrt(0.5)), draw(Math.sqrt(leniency))];
    const values = pairs.map(([a, b]) => 3 + standing[a]! + level[b]! + random.normal());
    const model = fitCrossedModel({
      values,
      ratee: pairs.map(([a]) => a),
      rater: pairs.map(([, b]) => b),
    });
    if (!model.ok) throw new Error(model.reason);
    for (const ratee of model.ratees) {
      const truth = 3 + standing[Number(ratee.id)]!;
      const own = values.filter((_, i) => pairs[i]![0] === ratee.id);
      raw += (own.reduce((a, b) => a + b, 0) / own.length - truth) ** 2;
      adjusted += (ratee.adjusted - truth) ** 2;
      if (ratee.lower <= truth && truth <= ratee.upper) inside++;
      ratees++;
    }
  }
  return {
    raw: Math.sqrt(raw / ratees),
    adjusted: Math.sqrt(adjusted / ratees),
    covered: inside / ratees,
  };
}

test.each([
  ["teams", teams],
  ["sparse", sparse],
] as const)(
  "%s: adjusted scores are much nearer the truth where raters differ in leniency, and no worse where they don't",
  { timeout: 30_000 },
  (_, graph) => {
    const lenient = errors(graph, 0.8, 25);
    expect(lenient.adjusted).toBeLessThan(0.85 * lenient.raw);
    const alike = errors(graph, 0, 25);
    expect(alike.adjusted).toBeLessThanOrEqual(alike.raw);
    // Nominal .95, less what the components' and the mean's own uncertainty takes.
    for (const { covered } of [lenient, alike]) {
      expect(covered).toBeGreaterThan(0.9);
      expect(covered).toBeLessThan(0.985);
    }
  },
);
