import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { findChromium } from "../e2e/support/chromium.ts";
import { buildWhenNeeded } from "../e2e/support/program.ts";
import { roomForSample } from "../e2e/support/sample.ts";
import { describeCheck, runChecks } from "./check.ts";
import { installChromium } from "./support/install-chromium.ts";
import { installPgBouncer } from "./support/install-pgbouncer.ts";
import {
  settle,
  slowestTen,
  summary,
  type Tally,
  type Timed,
  tallyBroken,
  tallyPlaywright,
  tallyVitest,
  timesOfPlaywright,
  timesOfVitest,
} from "./support/reports.ts";
import { root, run } from "./support/run.ts";

/** On two busy cores the longest suite takes ten minutes. */
const SUITE_LIMIT = 25 * 60_000;
const reports = resolve(root, ".tmp/reports");

const suites = { check, unit: vitest, database: vitest, browser };
type SuiteName = keyof typeof suites;

/**
 * Those of a lane run one after another, and the lanes beside each other: the browser's waits for pages half of the
 * time, and the others find work for both cores meanwhile.
 */
const lanes: readonly SuiteName[][] = [["check", "unit", "database"], ["browser"]];

/** Beside another lane, what a suite prints is shown once it has ended, so that each stays readable. */
type Asked = { name: SuiteName; isBeside: boolean };

async function check({ name }: Asked): Promise<Tally> {
  console.log(titled(name));
  const results = await runChecks((result) => console.log(describeCheck(result)));
  const failures = results
    .filter(({ passed }) => !passed)
    .map(({ name }) => ({ title: name, reason: "See its output above." }));
  return {
    passed: results.length - failures.length,
    failed: failures.length,
    skipped: 0,
    failures,
  };
}

async function vitest({ name: project }: Asked): Promise<Tally> {
  console.log(titled(project));
  const file = reportFile(project);
  const { code } = await run(
    "vitest",
    [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ],
    { timeout: SUITE_LIMIT },
  );
  return read(project, file, code, tallyVitest, timesOfVitest);
}

async function browser({ name, isBeside }: Asked): Promise<Tally> {
  if (noChromium) return tallyBroken("No Chromium", noChromium);
  if (!isBeside) console.log(titled(name));
  const file = reportFile(name);
  const { code, output } = await run("playwright", ["test", "--reporter=list,json"], {
    // Playwright settles colours itself, and Node warns when both ways of asking are set.
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, NO_COLOR: undefined },
    timeout: SUITE_LIMIT,
    quiet: isBeside,
  });
  if (isBeside) console.log(`${titled(name)}\n${output}`);
  return read(name, file, code, tallyPlaywright, timesOfPlaywright);
}

function read<Report>(
  name: SuiteName,
  file: string,
  exitCode: number,
  tally: (report: Report) => Tally,
  times: (report: Report) => Timed[],
): Tally {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return tallyBroken(name, `The run ended with ${exitCode} and left no report; see above.`);
  }
  console.log(`\nThe slowest of ${name}:`);
  for (const line of slowestTen(times(report))) console.log(line.replace(`${root}/`, ""));
  return settle(name, tally(report), exitCode);
}

function titled(name: SuiteName): string {
  return `\n== ${name}`;
}

function reportFile(name: SuiteName): string {
  return resolve(reports, `${name}.json`);
}

function chosen(words: string[]): SuiteName[] {
  const names = Object.keys(suites) as SuiteName[];
  const unknown = words.filter((word) => !names.some((name) => name === word));
  if (unknown.length > 0) {
    console.error(
      `There is no suite called ${unknown.join(", ")}. Choose from ${names.join(", ")}.`,
    );
    process.exit(2);
  }
  return words.length === 0 ? names : names.filter((name) => words.includes(name));
}

function printFailures(tallies: Map<SuiteName, Tally>): void {
  for (const [name, { failures }] of tallies) {
    for (const { title, reason } of failures) {
      console.log(`\nFAILED  ${name}: ${title.replaceAll(`${root}/`, "")}`);
      if (reason) console.log(reason.replaceAll(/^/gm, "  "));
    }
  }
}

const names = chosen(process.argv.slice(2));
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

// Suites run in processes of their own, and begin with copies of one sample.
const giveBack = roomForSample();
const asked = lanes
  .map((lane) => lane.filter((name) => names.includes(name)))
  .filter((lane) => lane.length > 0);
// What both lanes need, or what two at once would do half: packages are installed one at a time.
const noPooler = names.includes("database") ? await installPgBouncer() : undefined;
if (noPooler) console.log(noPooler);
const noChromium =
  names.includes("browser") && !findChromium() ? await installChromium() : undefined;
if (names.some((name) => name === "database" || name === "browser")) await buildWhenNeeded();
const ran = await Promise.all(
  asked.map(async (lane) => {
    const ended: [SuiteName, Tally][] = [];
    for (const name of lane)
      ended.push([name, await suites[name]({ name, isBeside: asked.length > 1 })]);
    return ended;
  }),
);
const tallies = new Map(ran.flat());
giveBack();

printFailures(tallies);
console.log("");
for (const [name, tally] of tallies) console.log(`${name.padEnd(10)}${summary([tally])}`);
const all = [...tallies.values()];
console.log(summary(all));
process.exitCode = all.some(({ failed }) => failed > 0) ? 1 : 0;
