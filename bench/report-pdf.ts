/**
 * A report as PDF, side by side in one run with printing its page by headless Chromium; then a file of 1,000 reports,
 * with the memory of the server and of all it started. Ends with 1 when a target is missed. Run with node on a machine
 * of 2 cores.
 */

import { readdirSync, readFileSync, rmSync } from "node:fs";
import { loadavg } from "node:os";
import { chromium } from "@playwright/test";
import pg from "pg";
import { startEmbedded } from "../app/platform/db/embedded/start-embedded.server.ts";
import { chromiumFlags, findChromium } from "../e2e/support/chromium.ts";
import { buildWhenNeeded, dataFolder, freePort, startProgram } from "../e2e/support/program.ts";

const WARM_UPS = 3;
const RUNS = 20;
const REPORTS = Number(process.argv[2] ?? 1_000);
const LIMITS = { median: 200, timesFaster: 5, minutes: 4, megabytes: 600 };

await buildWhenNeeded();
const dataDir = dataFolder();
const server = await startEmbedded({ dataDir, password: "bench" });
const url = `http://127.0.0.1:${await freePort()}`;
const start = () =>
  startProgram({
    args: ["demo"],
    env: {
      PORT: new URL(url).port,
      DATABASE_URL: server.ownerUrl,
      TWOHATS_SECRET: "a secret for this benchmark alone, long enough",
      TWOHATS_DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
    },
  });
// Loading the sample takes memory of its own, so what is measured starts with the sample in place.
const loader = start();
await loader.printed(/^ready (.+)$/m);
await loader.stop();
const program = start();
const owner = new pg.Client({ connectionString: server.ownerUrl });
const missed: string[] = [];
try {
  await program.printed(/^ready (.+)$/m);
  await owner.connect();
  const participant = await signIn("manager with a released report");
  const reportId = await ownReport(participant);
  await sideBySide(participant, reportId);
  await manyReports(await signIn("HR administrator"), reportId);
} finally {
  await owner.end();
  await program.stop();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true });
}
if (missed.length > 0) {
  console.log(`Missed: ${missed.join(", ")}`);
  process.exitCode = 1;
}

async function signIn(role: string): Promise<string> {
  const output = program.output();
  const password = output.match(/password is: (.+)$/m)?.[1] ?? "";
  const email = output.match(new RegExp(`^ {2}(\\S+@\\S+) +.+, ${role}$`, "m"))?.[1] ?? "";
  const answer = await fetch(`${url}/sign-in`, {
    method: "POST",
    body: new URLSearchParams({ email, password, next: "/" }),
    headers: { origin: url },
    redirect: "manual",
  });
  if (answer.status !== 302) throw new Error(`${role} was not signed in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
}

/** The newest report that this person may read. */
async function ownReport(cookie: string): Promise<string> {
  const answer = await fetch(`${url}/reports`, { headers: { cookie } });
  const found = `${answer.url} ${await answer.text()}`.match(/\/reports\/([0-9a-f-]{36})/);
  if (!found?.[1]) throw new Error("no report to print");
  return found[1];
}

async function sideBySide(cookie: string, reportId: string): Promise<void> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    args: [...chromiumFlags],
    ...(executablePath && { executablePath }),
  });
  const context = await browser.newContext();
  await context.addCookies(
    cookie.split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("="), url };
    }),
  );
  const page = await context.newPage();
  const byTypst = async () => {
    const answer = await fetch(`${url}/reports/${reportId}/pdf?paper=a4`, { headers: { cookie } });
    if (answer.status !== 200) throw new Error(`no PDF: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const byChromium = async () => {
    await page.goto(`${url}/reports/${reportId}`);
    return page.pdf({ format: "A4", tagged: true, outline: true });
  };
  const times = { typst: [] as number[], chromium: [] as number[] };
  let pages = { typst: 0, chromium: 0 };
  for (let run = -WARM_UPS; run < RUNS; run += 1) {
    const typst = await timed(byTypst);
    const printed = await timed(byChromium);
    if (run < 0) continue;
    times.typst.push(typst.ms);
    times.chromium.push(printed.ms);
    pages = { typst: pagesIn(typst.value), chromium: pagesIn(printed.value) };
  }
  await browser.close();
  const [own, others] = [median(times.typst), median(times.chromium)];
  const faster = others / own;
  console.log(
    `One report: ${Math.round(own)} ms by Typst (${pages.typst} pages), ${Math.round(others)} ms by Chromium ` +
      `(${pages.chromium} pages), ${faster.toFixed(1)} times faster; medians of ${RUNS}, ${load()}`,
  );
  if (own > LIMITS.median) missed.push(`a median under ${LIMITS.median} ms`);
  if (faster < LIMITS.timesFaster) missed.push(`${LIMITS.timesFaster} times faster than Chromium`);
}

/** The cycle of a report gets as many participants as are wanted, with the sample's own reports in turn. */
async function manyReports(cookie: string, reportId: string): Promise<void> {
  const { rows } = await owner.query<{ cycle_id: string; organisation_id: string }>(
    "SELECT cycle_id, organisation_id FROM report WHERE id = $1",
    [reportId],
  );
  const { cycle_id: cycleId, organisation_id: organisationId } = rows[0] ?? {};
  if (!cycleId || !organisationId) throw new Error("no cycle");
  await fill(organisationId, cycleId);
  const began = performance.now();
  const asked = await fetch(`${url}/cycles/${cycleId}/files`, {
    method: "POST",
    body: new URLSearchParams(),
    headers: { cookie, origin: url },
    redirect: "manual",
  });
  if (asked.status !== 302) throw new Error(`no file was asked for: ${asked.status}`);
  let [peak, state, slowest] = [0, "waiting", 0];
  while (state === "waiting" || state === "working") {
    await new Promise((passed) => setTimeout(passed, 500));
    peak = Math.max(peak, memoryOf(program.child.pid ?? 0));
    // Whether the server still answers others meanwhile.
    slowest = Math.max(slowest, (await timed(() => fetch(`${url}/sign-in`))).ms);
    const found = await owner.query<{ state: string }>(
      "SELECT state FROM report_bundle WHERE cycle_id = $1",
      [cycleId],
    );
    state = found.rows[0]?.state ?? "gone";
  }
  const seconds = (performance.now() - began) / 1_000;
  const { rows: size } = await owner.query<{ bytes: string; parts: string }>(
    "SELECT sum(octet_length(content)) AS bytes, count(*) AS parts FROM report_bundle_part",
  );
  console.log(
    `${REPORTS} reports: ${state} after ${seconds.toFixed(0)} s, ${(Number(size[0]?.bytes) / 1e6).toFixed(0)} MB in ` +
      `${size[0]?.parts} parts, at most ${peak.toFixed(0)} MB of memory; another page took ${Math.round(slowest)} ms at most; ${load()}`,
  );
  if (state !== "ready") missed.push("a whole file");
  if (seconds > LIMITS.minutes * 60) missed.push(`${LIMITS.minutes} minutes`);
  if (peak > LIMITS.megabytes) missed.push(`${LIMITS.megabytes} MB`);
}

async function fill(organisationId: string, cycleId: string): Promise<void> {
  const both = [organisationId, cycleId];
  await owner.query("UPDATE round SET hr_keeps_reports = true WHERE id = $1", [cycleId]);
  const { rows } = await owner.query<{ n: string }>(
    "SELECT count(*) AS n FROM report WHERE cycle_id = $1 AND released_at IS NOT NULL",
    [cycleId],
  );
  const there = Number(rows[0]?.n);
  await owner.query(
    `WITH old AS (
       SELECT result, created_at, row_number() OVER (ORDER BY id) - 1 AS turn FROM report
       WHERE cycle_id = $2 AND released_at IS NOT NULL
     ), new AS MATERIALIZED (
       SELECT number, gen_random_uuid() AS person, gen_random_uuid() AS participant FROM generate_series(1, $3) AS number
     ), people AS (
       INSERT INTO person (organisation_id, id, name, created_at, updated_at)
       SELECT $1, person, 'Person ' || number, now(), now() FROM new
     ), participants AS (
       INSERT INTO subject (organisation_id, id, round_id, person_id, name)
       SELECT $1, participant, $2, person, 'Person ' || number FROM new
     ), halves AS (
       INSERT INTO participant (organisation_id, subject_id) SELECT $1, participant FROM new
     )
     INSERT INTO report (organisation_id, id, cycle_id, participant_id, result, created_at, released_at)
     SELECT $1, gen_random_uuid(), $2, participant, result, created_at, now()
     FROM new JOIN old ON old.turn = new.number % (SELECT count(*) FROM old)`,
    [...both, Math.max(0, REPORTS - there)],
  );
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

function pagesIn(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function load(): string {
  return `load ${loadavg()[0]?.toFixed(1)}`;
}

/** Resident memory of a process and of all it started, in megabytes. */
function memoryOf(pid: number): number {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const parent = Number(statusOf(Number(entry)).match(/^PPid:\s+(\d+)/m)?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const sum = (each: number): number =>
    Number(statusOf(each).match(/^VmRSS:\s+(\d+)/m)?.[1] ?? 0) / 1_024 +
    (children.get(each) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(pid);
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    // It ended since the folder was listed.
    return "";
  }
}
