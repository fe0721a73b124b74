import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type Components, largestDifference } from "./components.ts";
import { fitByLme4, lme4Version } from "./lme4.ts";
import { type Shape, simulate } from "./shapes.ts";
import { writeCsv } from "./write-csv.ts";

/**
 * node bench/psychometrics/beside-r.ts [job ...]: the same simulated ratings fitted by R's lme4 and by us, one after
 * the other, each in a process of its own. Ours is run three times and the middle time taken; lme4 once.
 */
const jobs: Record<string, [Shape, number]> = {
  lectures: ["lectures", 73_421],
  organisation: ["organisation", 1e6],
  haphazard5: ["haphazard", 1e5],
};

/** Seconds that lme4 may take over a job. */
const LIMIT = 480;

interface OurFit extends Components {
  seconds: number;
  memory: number;
  engine: string;
}

const version = lme4Version();
if (version === null) {
  console.log(
    "R with lme4 is not at hand (Debian: r-base-core, r-cran-lme4): nothing to compare with.",
  );
} else {
  console.log(`${version}, Node ${process.version}\n`);
  console.log(
    "| job | lme4 | ours | times faster | lme4's memory | ours | largest difference | load |",
  );
  console.log("|---|---|---|---|---|---|---|---|");
  const named = process.argv.slice(2);
  for (const name of named.length > 0 ? named : ["lectures", "organisation"]) {
    const job = jobs[name];
    if (job === undefined) throw new Error(`no job ${name}: ${Object.keys(jobs).join(", ")}`);
    console.log(await compared(...job));
  }
}

async function compared(shape: Shape, n: number): Promise<string> {
  const runs = [1, 2, 3].map(() => ourFit(shape, n));
  const ours = runs.toSorted((a, b) => a.seconds - b.seconds)[1] as OurFit;
  const folder = mkdtempSync(join(tmpdir(), "beside-r-"));
  try {
    const file = join(folder, "ratings.csv");
    await writeCsv(file, simulate(shape, n));
    const theirs = fitByLme4(file, LIMIT);
    const load = loadavg().map((v) => v.toFixed(1));
    const title = `${shape}, ${n.toLocaleString("en-GB")} (${ours.engine})`;
    const cells = [
      title,
      theirs === null ? `not done after ${LIMIT} s` : `${theirs.seconds.toFixed(1)} s`,
      `${ours.seconds.toFixed(2)} s`,
      theirs === null
        ? `over ${(LIMIT / ours.seconds).toFixed(0)}`
        : (theirs.seconds / ours.seconds).toFixed(1),
      theirs === null ? "" : `${theirs.memory.toFixed(0)} MB`,
      `${ours.memory.toFixed(0)} MB`,
      theirs === null ? "" : largestDifference(ours, theirs).toExponential(1),
      load[0],
    ];
    return `| ${cells.join(" | ")} |`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ourFit(shape: Shape, n: number): OurFit {
  const script = join(import.meta.dirname, "one-fit.ts");
  return JSON.parse(
    execFileSync(process.execPath, [script, shape, String(n)], { encoding: "utf8" }),
  );
}
