/**
 * node bench/competencies/cover.ts: computing alone, of an organisation of 10,000 people and 200 skills. Targets: cover
 * under 100 ms. Ends with 1 when it takes longer.
 */
import { composeTeam, coverOf, estimateLevel, seededRandom, whatIf } from "@twohats/psychometrics";

const [people, skills] = [10_000, 200];
const random = seededRandom(7);
const chances = Float64Array.from({ length: people * skills }, () =>
  random.uniform() < 0.2 ? Number.NaN : random.uniform() ** 3,
);
const availability = Float64Array.from({ length: people }, () => 0.7 + 0.3 * random.uniform());
const table = { people, skills, chances, availability };
const needs = Array.from({ length: 12 }, (_, at) => ({ skill: at * 16, people: 1 + (at % 2) }));
const sources = [
  { kind: "self", at: 0, level: 4 },
  { kind: "rater", at: 0, level: 3 },
  { kind: "rater", at: 12, level: 4 },
] as const;

/** The middle of five runs, after one that warms up. */
function measure(what: string, run: () => string, target?: number): void {
  let note = run();
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    note = run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  const time = times[2] ?? 0;
  const promised = target === undefined ? "" : `, target ${target} ms`;
  process.stdout.write(`${what}: ${time.toFixed(0)} ms of computing${promised} (${note})\n`);
  if (target !== undefined && time > target) process.exitCode = 1;
}

measure("cover, 10,000 x 200", () => `${coverOf(table).length} skills`, 100);
measure(
  "what if one goes",
  () => `${whatIf(table, [{ kind: "remove", person: 5 }]).length} changed`,
);
measure("a team of 5 for 12 needs, 3 proposals", () => {
  const [best] = composeTeam(table, needs, { size: 5 });
  return `value ${best?.value.toFixed(3)} of at most ${best?.bound.toFixed(3)}`;
});
measure("100,000 levels of 3 sources", () => {
  let sum = 0;
  for (let at = 0; at < 100_000; at++)
    sum += estimateLevel(sources, { scale: { low: 1, high: 5 }, now: 24 })?.estimate ?? 0;
  return `mean ${(sum / 100_000).toFixed(2)}`;
});
