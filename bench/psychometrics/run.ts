import { execFileSync } from "node:child_process";
import { cronbachAlpha, fitCrossedModel, groupMeans } from "@twohats/psychometrics";
import { type Shape, simulate } from "./shapes.ts";

/**
 * node bench/psychometrics/run.ts [job ...]: every job in a process of its own, so that times and memory don't mix.
 * Targets and the times of other software are those of a machine with two cores at 2.8 GHz.
 */
interface Timing {
  seconds: number;
  /** Of this process alone: what counts when others share the machine. */
  cpu: number;
  note: string;
}

interface Job {
  what: string;
  others: string;
  target: string;
  run: () => Timing;
}

const jobs: Record<string, Job> = {
  lectures: crossed("lectures", 73_421, "lme4 4.5 s", "1.5 s"),
  haphazard5: crossed("haphazard", 1e5, "lme4 348 s", ""),
  organisation5: crossed("organisation", 1e5, "", ""),
  haphazard: crossed("haphazard", 1e6, "lme4 does not finish", "20 s"),
  "few-ratees": crossed("few-ratees", 1e6, "lme4 182 s", "6 s"),
  organisation: crossed("organisation", 1e6, "lme4 61 s", "15 s"),
  organisation7: crossed("organisation", 1e7, "", "180 s"),
  haphazard7: crossed("haphazard", 1e7, "", "180 s"),
  alpha: {
    what: "alpha, 10^6 x 40",
    others: "psych 104 s, cov() 1.6 s",
    target: "1.5 s",
    run: () => {
      const values = Float64Array.from(
        { length: 40e6 },
        (_, i) => ((i * 7919) % 101) / 25 + (Math.floor(i / 40) % 5),
      );
      return timed(
        () => `alpha ${cronbachAlpha({ rows: 1e6, cols: 40, values })?.alpha.toFixed(4)}`,
      );
    },
  },
  groups: {
    what: "group means, 10^7 in 10^6 groups",
    others: "data.table 1.5 s",
    target: "0.3 s",
    run: () => {
      const group = Int32Array.from({ length: 1e7 }, (_, i) => Math.floor(i / 10));
      const values = Float64Array.from({ length: 1e7 }, (_, i) => (i * 7919) % 5);
      return timed(() => `first mean ${groupMeans(values, group, 1e6).mean[0]}`);
    },
  },
};

function crossed(shape: Shape, n: number, others: string, target: string): Job {
  return {
    what: `crossed model, ${shape}, ${n.toLocaleString("en-GB")} ratings`,
    others,
    target,
    run: () => {
      const data = simulate(shape, n);
      return timed(() => {
        const model = fitCrossedModel(data);
        if (!model.ok) return model.reason;
        const { ratee, rater, residual } = model.components;
        const variances = [ratee, rater, residual].map((c) => c.variance.toFixed(4)).join(" ");
        return `${model.engine}, ${model.iterations} steps, ${variances}`;
      });
    },
  };
}

function timed(work: () => string): Timing {
  const from = performance.now();
  const before = process.cpuUsage();
  const note = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - from) / 1000, cpu: (user + system) / 1e6, note };
}

const [first, ...rest] = process.argv.slice(2);
if (first === "--one") {
  const job = jobs[rest[0] ?? ""];
  if (job === undefined) throw new Error(`no job ${rest[0]}`);
  const result = job.run();
  console.log(JSON.stringify({ ...result, memory: process.resourceUsage().maxRSS / 1024 }));
} else {
  const wanted = first === undefined ? Object.keys(jobs) : [first, ...rest];
  console.log(
    "| job | seconds | CPU s | target | memory, data included | others | result |\n|---|---|---|---|---|---|---|",
  );
  for (const name of wanted) {
    const job = jobs[name];
    if (job === undefined) throw new Error(`no job ${name}: ${Object.keys(jobs).join(", ")}`);
    const out = execFileSync(process.execPath, [import.meta.filename, "--one", name], {
      encoding: "utf8",
    });
    const { seconds, cpu, memory, note } = JSON.parse(out);
    const cells = [
      job.what,
      seconds.toFixed(2),
      cpu.toFixed(2),
      job.target,
      `${Math.round(memory)} MB`,
      job.others,
      note,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}
