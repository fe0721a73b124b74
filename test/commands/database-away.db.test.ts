import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { buildWhenNeeded, dataFolder, freePort, type Program } from "../../e2e/support/program.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";
import { cleanUp, databasesOn, twohats } from "./running.ts";

const dataDir = dataFolder();
const elsewhere = dataFolder();
const programs: Program[] = [];
let server: OwnServer;

/** Longer than anybody waits for a connection. */
const AWAY_MS = 12_000;
const BACK_MS = 10_000;

async function start(env: Record<string, string>): Promise<{ program: Program; url: string }> {
  const port = await freePort();
  const program = await twohats("serve", { dataDir, port, env });
  programs.push(program);
  await program.printed(/^ready (.+)$/m);
  return { program, url: `http://127.0.0.1:${port}` };
}

const statusOf = async (address: string) => (await fetch(address, { redirect: "manual" })).status;
const pageOf = (url: string) => () => statusOf(`${url}/welcome`).catch(() => 0);
const pause = (milliseconds: number) => new Promise((passed) => setTimeout(passed, milliseconds));

async function onServer(question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}

// Whole programs and databases start here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });
beforeAll(async () => {
  await buildWhenNeeded();
  server = await startOwnServer(elsewhere);
}, 240_000);
afterAll(async () => {
  await cleanUp(dataDir, programs);
  await server.stop();
  await cleanUp(elsewhere, []);
});

test("while the operator's database is away every page answers; pages and jobs work within ten seconds of its return", async () => {
  const TWOHATS_SECRET = "a secret for a database that goes away";
  const { program, url } = await start({ DATABASE_URL: server.url, TWOHATS_SECRET });
  expect(await pageOf(url)()).toBe(200);
  const underway = Array.from({ length: 5 }, pageOf(url));
  await server.stop();
  const until = performance.now() + AWAY_MS;
  while (performance.now() < until) {
    const asked = performance.now();
    expect(await statusOf(`${url}/ready`)).toBe(503);
    expect(await statusOf(`${url}/welcome`)).toBeGreaterThanOrEqual(500);
    expect(performance.now() - asked, "an answer, and soon").toBeLessThan(25_000);
    await pause(250);
  }
  await Promise.all(underway);
  expect(program.child.exitCode, program.output()).toBeNull();

  await server.start();
  const back = performance.now();
  await onServer("INSERT INTO pgboss.job (name) VALUES ('keep-time')");
  await expect.poll(pageOf(url), { timeout: BACK_MS, interval: 100 }).toBe(200);
  const waiting = "SELECT FROM pgboss.job WHERE name = 'keep-time' AND state <> 'completed'";
  await expect
    .poll(() => onServer(waiting), { timeout: BACK_MS - (performance.now() - back), interval: 100 })
    .toEqual([]);
  expect(program.output()).not.toMatch(/unhandled|fault of its own/i);
});

test("Ctrl-C while the database is away ends the program", async () => {
  const { program } = { program: programs[0]! };
  await server.stop();
  const asked = performance.now();
  expect(await program.stop("SIGINT")).toBe(0);
  expect(performance.now() - asked).toBeLessThan(20_000);
  await server.start();
});

test("the embedded database, killed while it serves, is back within ten seconds, again and again", async () => {
  const { program, url } = await start({});
  for (let times = 1; times <= 2; times += 1) {
    expect(await pageOf(url)()).toBe(200);
    const [pid = ""] = readFileSync(join(dataDir, "postgres/data/postmaster.pid"), "utf8").split(
      "\n",
    );
    process.kill(Number(pid), "SIGKILL");
    await pause(200);
    await expect.poll(pageOf(url), { timeout: BACK_MS, interval: 100 }).toBe(200);
    expect(await statusOf(`${url}/ready`)).toBe(200);
  }
  await expect.poll(() => program.output().match(/It was started again/g)).toHaveLength(2);
  expect(await program.stop("SIGINT")).toBe(0);
  expect(databasesOn(dataDir)).toEqual([]);
});
