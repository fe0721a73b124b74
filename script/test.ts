import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
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

/** On two quiet cores the longest suite takes half an hour; shared machines are several times as slow at times. */
const SUITE_LIMIT = 75 * 60_000;
const reports = resolve(root, ".tmp/reports");

const suites = { check, unit: vitest, database, browser };
type SuiteName = keyof typeof suites;

async function check(): Promise<Tally> {
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

async function database(name: SuiteName): Promise<Tally> {
  const skipped = await installPgBouncer();
  if (skipped) console.log(skipped);
  return vitest(name);
}

async function vitest(project: SuiteName): Promise<Tally> {
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

async function browser(name: SuiteName): Promise<Tally> {
  const problem = await installChromium();
  if (problem) return tallyBroken("No Chromium", problem);
  const file = reportFile(name);
  const { code } = await run("playwright", ["test", "--reporter=list,json"], {
    // Playwright settles colours itself, and Node warns when both ways of asking are set.
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, NO_COLOR: undefined },
    timeout: SUITE_LIMIT,
  });
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
const tallies = new Map<SuiteName, Tally>();
// One after the other: some measure time, and would take longer beside others.
for (const name of names) {
  console.log(`\n== ${name}`);
  tallies.set(name, await suites[name](name));
}
giveBack();

printFailures(tallies);
console.log("");
for (const [name, tally] of tallies) console.log(`${name.padEnd(10)}${summary([tally])}`);
const all = [...tallies.values()];
console.log(summary(all));
process.exitCode = all.some(({ failed }) => failed > 0) ? 1 : 0;
