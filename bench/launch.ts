/**
 * Time to launch 2,000 participants with 20,000 requests among 10,000 people, e-mails queued, and how long a page takes
 * meanwhile. Everything goes through the pages of a server of its own: people file, file of assignments, dates, launch,
 * pressed twice at once. Run with node; ends with 1 above a limit.
 */

import { rmSync } from "node:fs";
import { loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { peopleFile } from "../app/features/people-import/testing/people-file.ts";
import { buildWhenNeeded, dataFolder, freePort, startProgram } from "../e2e/support/program.ts";

const PEOPLE = 10_000;
const PARTICIPANTS = 2_000;
const RATERS_EACH = 9;
const RUNS = 3;
const LIMIT = 30_000;
const PAGE_LIMIT = 500;
const LOOK_EVERY = 25;
const REST = 20_000;

type Run = { launch: number; pages: number[]; before: number[]; load: number };

await buildWhenNeeded();
const dataDir = dataFolder();
const url = `http://127.0.0.1:${await freePort()}`;
const program = startProgram({
  args: ["serve"],
  env: { PORT: new URL(url).port, TWOHATS_DATA_DIR: dataDir, LOG_LEVEL: "warn" },
});
let cookie = "";
try {
  await program.printed(/^ready (.+)$/m);
  await setUp();
  await importPeople();
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await timedLaunch(await draft(run)));
  report(runs);
} finally {
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function setUp(): Promise<void> {
  const [, code = ""] = await program.printed(/with the code (\S+)/);
  const answer = await post("/welcome", {
    code,
    organisation: "Bench",
    name: "Hanne HR",
    email: "hanne@example.org",
    password: "a long enough password",
  });
  cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  if (answer.status !== 302 || cookie === "") throw new Error(`Set-up answered ${answer.status}`);
}

async function importPeople(): Promise<void> {
  const file = new File([new Uint8Array(peopleFile(PEOPLE))], "people.csv");
  const review = await leadsTo("/people/import", { file });
  const page = await (await get(review)).text();
  const [, fingerprint = ""] = page.match(/name="fingerprint" value="([^"]+)"/) ?? [];
  const confirmed = await post(review, { intent: "confirm", fingerprint });
  if (confirmed.status >= 400) throw new Error(`The import answered ${confirmed.status}`);
}

/** A draft with everything decided. @returns its address. */
async function draft(run: number): Promise<string> {
  const form = await (await get("/cycles/new")).text();
  const [, instrument = ""] = form.match(/name="instrument"[^>]*value="([^"]+)"/) ?? [];
  const step = await leadsTo("/cycles/new", { name: `Run ${run}`, kind: "360", instrument });
  const setup = step.replace(/\/[^/]+$/, "");
  const file = new File([assignments()], "assignments.csv");
  const review = await timed("upload", () => leadsTo(`${setup}/participants/file`, { file }));
  await timed("review", async () => void (await (await get(review)).text()));
  await timed("confirm", () =>
    leadsTo(review, { intent: "confirm", expected: String(PARTICIPANTS) }),
  );
  const closesOn = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
  await leadsTo(`${setup}/dates`, { closesOn, reminderDays: "7, 3, 1", releaseMode: "hr" });
  for (const page of ["participants", "raters", "review", "review/dry-run"])
    await timed(page, async () => void (await (await get(`${setup}/${page}`)).text()));
  return setup;
}

/** Each participant is rated by themselves and by others spread over everyone. */
function assignments(): string {
  const rows = Array.from({ length: PARTICIPANTS }, (_, participant) =>
    Array.from({ length: RATERS_EACH }, (_, index) => {
      const rater = (participant + 1 + index * 1_117) % PEOPLE;
      return `person.${rater}@example.org,person.${participant}@example.org,Peer`;
    }),
  );
  return ["Evaluator Email,Subject Email,Relationship", ...rows.flat()].join("\r\n");
}

async function timedLaunch(setup: string): Promise<Run> {
  const before = await looks(async () => pause(1_000));
  const load = loadavg()[0] ?? 0;
  let launch = 0;
  const pages = await looks(async () => {
    const start = performance.now();
    const pressed = [0, 1].map(() => leadsTo(`${setup}/review`, { intent: "launch" }));
    const answers = await Promise.all(pressed);
    launch = performance.now() - start;
    const launched = answers.filter((answer) => answer.includes("said=launched"));
    if (launched.length !== 1) throw new Error(`Launched ${launched.length} times: ${answers}`);
  });
  // Letters leave in the background; the next run is to start in peace.
  await pause(REST);
  return { launch, pages, before, load };
}

/** How long a page takes, again and again while something else is done. In ms, from first to last byte. */
async function looks(meanwhile: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  let done = false;
  const looking = (async () => {
    while (!done) {
      const start = performance.now();
      await (await get("/cycles/new")).text();
      times.push(performance.now() - start);
      await pause(LOOK_EVERY);
    }
  })();
  await meanwhile();
  done = true;
  await looking;
  return times;
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  console.log(`  ${what.padEnd(16)} ${Math.round(performance.now() - start)} ms`);
  return result;
}

function get(path: string): Promise<Response> {
  return fetch(new URL(path, url), { headers: { cookie }, redirect: "manual" });
}

function post(path: string, fields: Record<string, string | File>): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { cookie, origin: url };
  return fetch(new URL(path, url), { method: "POST", body, headers, redirect: "manual" });
}

/** @returns where a form leads to. */
async function leadsTo(path: string, fields: Record<string, string | File>): Promise<string> {
  const answer = await post(path, fields);
  const location = answer.headers.get("location");
  if (!location) throw new Error(`The form of ${path} answered ${answer.status}`);
  return location;
}

function report(runs: readonly Run[]): void {
  const launch = quantile(
    runs.map((run) => run.launch),
    0.5,
  );
  const pages = runs.flatMap((run) => run.pages);
  const before = runs.flatMap((run) => run.before);
  for (const run of runs)
    console.log(
      `launch ${Math.round(run.launch)} ms; page meanwhile: median ${Math.round(quantile(run.pages, 0.5))}, ` +
        `95 % ${Math.round(quantile(run.pages, 0.95))}, longest ${Math.round(Math.max(...run.pages))} ms ` +
        `(${run.pages.length} looks); load before ${run.load.toFixed(1)}`,
    );
  const p95 = quantile(pages, 0.95);
  console.log(
    `${PARTICIPANTS} participants, ${PARTICIPANTS * (RATERS_EACH + 1)} requests: median ${Math.round(launch)} ms (limit ${LIMIT}); ` +
      `page meanwhile 95 % ${Math.round(p95)} ms (limit ${PAGE_LIMIT}), before ${Math.round(quantile(before, 0.95))} ms`,
  );
  if (launch > LIMIT || p95 > PAGE_LIMIT) process.exitCode = 1;
}

function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
}
