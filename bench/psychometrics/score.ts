import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type Components, largestDifference } from "./components.ts";
import { fitByLme4, lme4Version } from "./lme4.ts";
import { type Shape, simulate } from "./shapes.ts";
import { writeCsv } from "./write-csv.ts";

/**
 * node bench/psychometrics/score.ts [job ...] [--program FILE]: `twohats score` from a CSV file to its results, from
 * the start of the process to its end, and on the lectures' shape beside lme4's components where R is at hand. Runs
 * bin/twohats, which needs `npm run build` first, or the program told. Memory is the process's peak, as Linux tells it.
 */
const jobs: Record<string, { shape: Shape; n: number; besideR: boolean }> = {
  lectures: { shape: "lectures", n: 73_421, besideR: true },
  haphazard: { shape: "haphazard", n: 1e6, besideR: false },
  organisation: { shape: "organisation", n: 1e6, besideR: false },
  haphazard7: { shape: "haphazard", n: 1e7, besideR: false },
  organisation7: { shape: "organisation", n: 1e7, besideR: false },
};

const PEAK = /^VmHWM:\s+(\d+) kB$/m;

const named = process.argv.slice(2);
const flag = named.indexOf("--program");
const program =
  flag < 0
    ? join(import.meta.dirname, "../../bin/twohats")
    : (named.splice(flag, 2)[1] ?? "twohats");
const besideR = lme4Version() !== null;
if (!besideR) console.log("R with lme4 is not at hand: components are not compared.\n");
console.log("| ratings | file | seconds | memory | components | from lme4's | load |");
console.log("|---|---|---|---|---|---|---|");
for (const name of named.length > 0 ? named : Object.keys(jobs)) {
  const job = jobs[name];
  if (job === undefined) throw new Error(`no job ${name}: ${Object.keys(jobs).join(", ")}`);
  console.log(await scored(job.shape, job.n, job.besideR && besideR));
}

async function scored(shape: Shape, n: number, beside: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "score-"));
  try {
    const file = join(folder, "ratings.csv");
    await writeCsv(file, simulate(shape, n));
    const { seconds, memory } = await run(["score", file, "--out", join(folder, "out")]);
    const { participant, rater, residual } = componentsIn(join(folder, "out/results.json"));
    const ours: Components = { ratee: participant, rater, residual };
    const theirs = beside ? fitByLme4(file, 300) : null;
    const cells = [
      `${shape}, ${n.toLocaleString("en-GB")}`,
      `${(statSync(file).size / 1e6).toFixed(0)} MB`,
      seconds.toFixed(1),
      `${memory} MB`,
      [ours.ratee, ours.rater, ours.residual].map((v) => v.toFixed(6)).join(" "),
      theirs === null ? "" : largestDifference(ours, theirs).toExponential(1),
      loadavg()[0]?.toFixed(1),
    ];
    return `| ${cells.join(" | ")} |`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function run(args: string[]): Promise<{ seconds: number; memory: number }> {
  const from = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 100);
  const [status] = await once(child, "exit");
  clearInterval(watch);
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  return { seconds: (performance.now() - from) / 1000, memory: Math.round(peak / 1024) };
}

/** In KB; 0 where the system doesn't tell. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(PEAK.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    // It has just ended, or this is not Linux.
    return 0;
  }
}

/** The model comes first in the file, which with millions of participants is too long for one string. */
function componentsIn(file: string): Record<"participant" | "rater" | "residual", number> {
  const text = readFileSync(file)
    .subarray(0, 1 << 16)
    .toString("utf8");
  const value = (name: string) => {
    const found = new RegExp(`"${name}": \\{\\s*"variance": ([-+.e\\d]+)`).exec(text)?.[1];
    if (found === undefined) throw new Error(`no component ${name} in ${file}`);
    return Number(found);
  };
  return { participant: value("participant"), rater: value("rater"), residual: value("residual") };
}
