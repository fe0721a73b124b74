/**
 * Are the figures of a 360 report true? Rounds are made up from known amounts and scored by the product's own
 * functions; tables say how near adjusted means are, how often intervals hold the truth, and how many changes that
 * reports claim there are not. `npm run figures [seeds] [participants] [means]`; 60 seeds take about a quarter of an
 * hour for each size, with `means`, which leaves changes out, a few minutes. Ends with 1 when something is not as
 * promised.
 */
import type * as FigureTruth from "../app/features/reports/testing/figure-truth.ts";
import type { RoundSettings } from "../app/features/reports/testing/simulated-answers.ts";
import type * as Rounds from "../app/features/reports/testing/simulated-round.ts";
import { openApp } from "./support/load-app.ts";

type AdjustedTruth = FigureTruth.AdjustedTruth;
type IntervalTruth = FigureTruth.IntervalTruth;
type ChangeTruth = FigureTruth.ChangeTruth;
type Share = FigureTruth.Share;

const { load, close } = await openApp();
const { AdjustedTruth, ChangeTruth, changes, IntervalTruth, twoRounds } = await load<
  typeof FigureTruth
>("/app/features/reports/testing/figure-truth.ts");
const { simulatedRound } = await load<typeof Rounds>(
  "/app/features/reports/testing/simulated-round.ts",
);
await close();

const SEEDS = Number(process.argv[2] ?? 60);
const only = process.argv[3];
const changesToo = process.argv[4] !== "means";
const RATERS = 8;
/** Rounds differ in how far raters differ in leniency, and in how often they can't say. */
const LENIENCY = [0.15, 0.3, 0.45];
const ANY_LENIENCY = "any";
const SILENT = [0, 0.05, 0.1];

const sizes = [
  { name: "3 to 8", of: (seed: number) => 3 + (seed % 6) },
  { name: "20", of: () => 20 },
  { name: "60", of: () => 60 },
].filter(({ name }) => only === undefined || name === only);
const designs = { pool: "a pool", line: "line managers, peers, reports" } as const;

const percent = (value: number) => (Number.isNaN(value) ? "–" : `${(100 * value).toFixed(1)} %`);
const points = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(3));
const say = (line: string) => process.stdout.write(`${line}\n`);

function table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]) {
  say(`\n## ${title}\n`);
  say(`| ${columns.join(" | ")} |`);
  say(`| ${columns.map((_, at) => (at === 0 ? "---" : "--:")).join(" | ")} |`);
  for (const row of rows) say(`| ${row.join(" | ")} |`);
}

const adjusted = new Map<string, AdjustedTruth>();
const intervals = new Map<string, IntervalTruth>();
const claims = new Map<string, { ours: ChangeTruth; each: ChangeTruth }>();

function found<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const known = all.get(key) ?? make();
  all.set(key, known);
  return known;
}

const started = performance.now();
for (const size of sizes)
  for (const [design, raters] of Object.entries(designs) as [keyof typeof designs, string][]) {
    for (let seed = 0; seed < SEEDS; seed++) {
      const leniency = LENIENCY[seed % LENIENCY.length] ?? 0.3;
      const settings: RoundSettings = {
        participants: size.of(seed),
        raters: RATERS,
        seed: 1_000 + seed,
        design,
        leniency,
        silent: SILENT[Math.floor(seed / LENIENCY.length) % SILENT.length] ?? 0.05,
      };
      const first = simulatedRound(settings);
      for (const kind of ["hat", "competency"] as const)
        for (const lenient of [`${leniency}`, ANY_LENIENCY])
          found(
            adjusted,
            [size.name, raters, lenient, kind].join(" | "),
            () => new AdjustedTruth(),
          ).add(first, kind);
      for (const told of first) found(intervals, size.name, () => new IntervalTruth()).add(told);
      for (const [name, draw] of changesToo ? Object.entries(changes) : []) {
        const both = found(claims, `${size.name} | ${name}`, () => ({
          ours: new ChangeTruth(),
          each: new ChangeTruth(true),
        }));
        for (const { before, after } of twoRounds(settings, draw, first)) {
          both.ours.add(before.truth, after);
          both.each.add(before.truth, after);
        }
      }
    }
    say(
      `${size.name} participants, ${raters}: ${Math.round((performance.now() - started) / 1000)} s`,
    );
  }

table(
  "Adjusted means (root mean square error in points of the scale, 95 % intervals)",
  [
    "participants | raters | leniency | figure",
    "plain",
    "adjusted",
    "interval holds",
    "standard error",
    "shown",
    "figures",
  ],
  [...adjusted].map(([name, { plain, adjusted: own, covered, standardError, shown }]) => [
    name,
    points(plain.value),
    points(own.value),
    percent(covered.value),
    percent(standardError),
    percent(shown.value),
    `${shown.of}`,
  ]),
);
const kinds = [...new Set([...intervals.values()].flatMap(({ held }) => [...held.keys()]))].sort();
const cell = (share: Share | undefined) => (share ? `${percent(share.value)} (${share.of})` : "–");
table(
  "How often intervals hold the truth (95 % is what they say; of how many)",
  ["figure", ...intervals.keys()],
  kinds.map((kind) => [kind, ...[...intervals.values()].map(({ held }) => cell(held.get(kind)))]),
);
table(
  "Changes that reports claim (in brackets: each by its own 95 % interval, as before)",
  [
    "participants | true changes",
    "claims",
    "other way",
    "about nothing",
    "power at .3",
    "power at .5",
    "power at .8",
    "reports",
  ],
  [...claims].map(([name, { ours, each }]) => {
    const share = (count: (of: ChangeTruth) => number) =>
      [ours, each].map((of) => percent(of.claimed.of ? count(of) / of.claimed.of : Number.NaN));
    const power = (amount: number) => [ours, each].map((of) => percent(of.power(amount)));
    const pair = ([a, b]: string[]) => `${a} (${b})`;
    return [
      name,
      `${ours.claimed.of} (${each.claimed.of})`,
      pair(share((of) => of.wrongWay)),
      pair(share((of) => of.nothing)),
      pair(power(0.3)),
      pair(power(0.5)),
      pair(power(0.8)),
      `${ours.reports}`,
    ];
  }),
);

const plain = [...adjusted.values()].filter((each) => each.plain.of > 0);
const ofLeniency = (wanted: (leniency: string) => boolean) =>
  [...adjusted].flatMap(([name, each]) =>
    each.plain.of > 0 && wanted(name.split(" | ")[2] ?? "") ? [each] : [],
  );
const promises: [string, boolean][] = [
  [
    "adjusted means are nearer to the truth than plain ones",
    plain.every((each) => each.adjusted.value < each.plain.value),
  ],
  [
    "intervals of adjusted means hold it 94 to 97 times of a hundred, for each leniency as far as so many rounds can tell",
    within(ofLeniency((lenient) => lenient === ANY_LENIENCY).map(({ covered }) => covered)) &&
      ofLeniency((lenient) => lenient !== ANY_LENIENCY).every(couldBeKept),
  ],
  [
    "intervals hold it 94 to 97 times of a hundred in rounds large enough to say how raters differ, and never less often",
    within(sharesIn(["20", "60"])) && sharesIn(["3 to 8"]).every(({ value }) => value > 0.94),
  ],
  [
    "of all claims that something changed at most one in twenty is wrong",
    sizes.every(({ name }) => {
      const own = [...claims].flatMap(([key, { ours }]) => (key.startsWith(name) ? [ours] : []));
      const wrong = own.reduce((sum, each) => sum + each.wrongWay + each.nothing, 0);
      return wrong <= 0.05 * own.reduce((sum, each) => sum + each.claimed.of, 0);
    }),
  ],
];
say("");
for (const [promise, kept] of promises) say(`${kept ? "kept" : "BROKEN"}: ${promise}`);
process.exitCode = promises.every(([, kept]) => kept) ? 0 : 1;

/** Of all figures of a kind in these sizes together. */
function sharesIn(names: readonly string[]): Share[] {
  return kinds.flatMap((kind) =>
    names.flatMap((name) => intervals.get(name)?.held.get(kind) ?? []).filter(({ of }) => of > 500),
  );
}

/** Whether a share of 94 to 97 of a hundred lies within two standard errors. */
function couldBeKept({ covered, standardError }: AdjustedTruth): boolean {
  if (Number.isNaN(standardError)) return true;
  const reach = 2 * standardError;
  return covered.value > 0.94 - reach && covered.value < 0.97 + reach;
}

function within(shares: readonly Share[]): boolean {
  return shares.every(({ of, value }) => of < 500 || (value > 0.94 && value < 0.97));
}
