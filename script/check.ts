import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Ended, root, run } from "./support/run.ts";

export type CheckResult = {
  name: string;
  passed: boolean;
  seconds: number;
  output: string;
  tells: boolean;
};

type Check = {
  name: string;
  command: string;
  args: string[];
  /** What it prints is shown also when it passed. */
  tells?: true;
};

const FOLDERS = ["app", "packages", "cli", "server", "content", "e2e", "bench", "script", "test"];

/** Route types first: tsc and knip read what it generates. */
const first: Check = { name: "route types", command: "react-router", args: ["typegen"] };

const rest: Check[] = [
  // With the projects it refers to, whose types come first.
  { name: "types", command: "tsc", args: ["-b", "."] },
  {
    name: "lint and format",
    command: "biome",
    args: ["ci", "--error-on-warnings", "--max-diagnostics=30", "--colors=off", "."],
  },
  {
    name: "import rules",
    command: "depcruise",
    args: ["--output-type", "err-long", ...FOLDERS.filter(isThere)],
  },
  {
    name: "folder rules",
    command: "depcruise",
    args: [
      "--config",
      ".dependency-cruiser.folders.mjs",
      "--output-type",
      "err-long",
      ...["app", "packages", "cli", "server"].filter(isThere),
    ],
  },
  { name: "dead code", command: "knip", args: ["--no-progress"] },
  { name: "licences", command: "node", args: ["script/licences.ts"] },
  // Answers otherwise on another day, and is passed over, with a word, where no registry answers.
  { name: "known weaknesses", command: "node", args: ["script/audit.ts"], tells: true },
];

/** Runs every check, two at a time, and tells of each as it ends. */
export async function runChecks(tell: (result: CheckResult) => void): Promise<CheckResult[]> {
  const results = [await runCheck(first, tell)];
  const waiting = [...rest];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      results.push(await runCheck(check, tell));
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** One line per check, with what it printed when it failed or has something to tell. */
export function describeCheck({ name, passed, seconds, output, tells }: CheckResult): string {
  const line = `${passed ? "passed" : "FAILED"}  ${name} (${seconds.toFixed(1)} s)`;
  const quiet = passed && !(tells && output.trim() !== "");
  return quiet ? line : `${line}\n${output.trimEnd().replaceAll(/^/gm, "  ")}\n`;
}

async function runCheck(check: Check, tell: (result: CheckResult) => void): Promise<CheckResult> {
  const start = performance.now();
  const { code, output }: Ended = await run(check.command, check.args, { quiet: true });
  const seconds = (performance.now() - start) / 1000;
  const { name, tells = false } = check;
  const result = { name, passed: code === 0, seconds, output, tells };
  tell(result);
  return result;
}

function isThere(folder: string): boolean {
  return existsSync(resolve(root, folder));
}

if (import.meta.main) {
  const results = await runChecks((result) => console.log(describeCheck(result)));
  process.exitCode = results.every((result) => result.passed) ? 0 : 1;
}
