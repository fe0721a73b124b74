import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { OperatorError } from "../../errors/operator-error.ts";
import { endPostmaster, postmasterOf } from "./postmaster.server.ts";
import { allProcesses, isAlive, processAt } from "./processes.server.ts";
import { type EmbeddedDatabase, startEmbedded } from "./start-embedded.server.ts";
import {
  ask,
  dataOf,
  holder,
  kill,
  newFolder,
  PASSWORD,
  remove,
  serverOn,
} from "./testing/embedded.ts";

// One data folder that dies in every way in turn.
const dataDir = newFolder();
const helpers: ChildProcess[] = [];
const clients: pg.Client[] = [];
let database: EmbeddedDatabase | null = null;

vi.setConfig({ testTimeout: 60_000 });
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end().catch(() => {})));
  await database?.stop();
  database = null;
  for (const helper of helpers.splice(0)) helper.kill("SIGKILL");
});
afterAll(async () => {
  const left = postmasterOf(dataOf(dataDir));
  if (left) await endPostmaster(left, dataOf(dataDir));
  remove(dataDir);
});

async function start(): Promise<string> {
  database = await startEmbedded({ dataDir, password: PASSWORD });
  return database.ownerUrl;
}

/** A connection that hears nothing for a long time, not even that its server died. */
async function busyConnection(port: number): Promise<void> {
  const client = new pg.Client({
    connectionString: `postgres://postgres:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`,
  });
  clients.push(client);
  client.on("error", () => {});
  await client.connect();
  await client.query("SET max_parallel_workers_per_gather = 0");
  client.query("SELECT sum(sqrt(n)) FROM generate_series(1, 2000000000) n").catch(() => {});
  await new Promise((passed) => setTimeout(passed, 100));
}

function helper(command: string, ...args: string[]): ChildProcess {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"] });
  helpers.push(child);
  return child;
}

test("what is stored outlives the kill of program and database at once, six times over", async () => {
  await start().then((url) => ask(url, "CREATE TABLE kept (n int)"));
  await database?.stop();
  for (let round = 1; round <= 6; round += 1) {
    const program = await holder(dataDir);
    const server = serverOn(dataDir);
    const url = `postgres://postgres:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}/postgres`;
    await ask(url, `INSERT INTO kept VALUES (${round})`);
    if (round % 3 === 0) await busyConnection(server.port);
    const first = round % 2 === 0 ? program.pid : server.pid;
    const second = round % 2 === 0 ? server.pid : program.pid;
    for (const pid of [first, second]) process.kill(Number(pid), "SIGKILL");
    expect([round, await ask(await start(), "SELECT count(*)::int FROM kept")]).toEqual([
      round,
      round,
    ]);
    await database?.stop();
    expect(allProcesses().filter(({ command }) => command.includes(dataOf(dataDir)))).toEqual([]);
  }
});

test("where the number of a dead database belongs to another program by now, that one is left alone", async () => {
  await start();
  const server = serverOn(dataDir);
  const file = join(dataOf(dataDir), "postmaster.pid");
  const said = readFileSync(file, "utf8");
  await database?.stop();
  const stranger = helper("sleep", "60");
  // The lock's number as well: it is that of a living Node.js, this one.
  writeFileSync(join(dataDir, "twohats.pid"), String(process.pid));
  writeFileSync(file, said.replace(String(server.pid), String(stranger.pid)));
  expect(await ask(await start(), "SELECT 1")).toBe(1);
  expect(stranger.exitCode).toBeNull();
  expect(processAt(Number(stranger.pid))).not.toBeNull();
});

test.for<[kind: string, content: () => Promise<string>]>([
  ["of a process that ended and that nobody has heard yet", zombie],
  ["that is empty, as a full disk leaves it", async () => ""],
  ["of a process that is no more", async () => "4194300\n/nowhere\n"],
])("a file %s does not keep the next start from working", async ([, content]) => {
  writeFileSync(join(dataOf(dataDir), "postmaster.pid"), await content());
  expect(await ask(await start(), "SELECT 1")).toBe(1);
});

/** The number of a process that has ended but whose parent does not listen. */
async function zombie(): Promise<string> {
  const parent = helper("sh", "-c", "sleep 0.2 & echo $!; exec sleep 60");
  const [said] = await once(parent.stdout as NodeJS.ReadableStream, "data");
  const pid = Number(String(said));
  await expect.poll(() => processAt(pid)).toBeNull();
  process.kill(pid, 0);
  return `${pid}\n`;
}

test("a server that is stopping but waits for its connections is seen off, and the next one works", async () => {
  const program = await holder(dataDir);
  const server = serverOn(dataDir);
  await busyConnection(server.port);
  await kill(program);
  process.kill(server.pid, "SIGTERM");
  await expect.poll(() => postmasterOf(dataOf(dataDir))?.state).toBe("stopping");
  expect(await ask(await start(), "SELECT 1")).toBe(1);
  expect(serverOn(dataDir).pid).not.toBe(server.pid);
});

test("a server that does not answer at all is ended, and the next one works", async () => {
  const program = await holder(dataDir);
  const silent = serverOn(dataDir);
  process.kill(silent.pid, "SIGSTOP");
  await kill(program);
  expect(await ask(await start(), "SELECT 1")).toBe(1);
  expect(isAlive(silent)).toBe(false);
});

test("a server that is well is taken over as it is", async () => {
  const program = await holder(dataDir);
  const server = serverOn(dataDir);
  await kill(program);
  expect(new URL(await start()).port).toBe(String(server.port));
  expect(serverOn(dataDir).pid).toBe(server.pid);
});

test("while one runs, a second is refused in words that name it, and the first goes on", async () => {
  const url = await start();
  const second = startEmbedded({ dataDir, password: PASSWORD });
  await expect(second).rejects.toThrow(
    `already running with this data folder (process ${process.pid})`,
  );
  expect(await ask(url, "SELECT 1")).toBe(1);
});

test("another password is refused in words, and the data stays for the right one", async () => {
  const other = startEmbedded({ dataDir, password: "another" });
  await expect(other).rejects.toThrow(OperatorError);
  await expect(other).rejects.toThrow(/was made with another secret/);
  expect(postmasterOf(dataOf(dataDir)), "nothing is left running").toBeNull();
  expect(await ask(await start(), "SELECT count(*)::int FROM kept")).toBe(6);
});

test("a database that is killed while it is used comes back by itself, on the same port", async () => {
  const told: string[] = [];
  database = await startEmbedded({
    dataDir,
    password: PASSWORD,
    tell: (words) => told.push(words),
  });
  const url = database.ownerUrl;
  await busyConnection(Number(new URL(url).port));
  process.kill(serverOn(dataDir).pid, "SIGKILL");
  await expect
    .poll(() => ask(url, "SELECT 1").catch(() => null), { timeout: 10_000, interval: 100 })
    .toBe(1);
  await expect.poll(() => told).toEqual([expect.stringContaining("started again")]);
});

test("a database that died and whose port was taken meanwhile comes back when the port is free", async () => {
  const url = await start();
  const port = Number(new URL(url).port);
  process.kill(serverOn(dataDir).pid, "SIGKILL");
  const thief = await takePort(port);
  await new Promise((passed) => setTimeout(passed, 1_500));
  thief.close();
  await expect
    .poll(() => ask(url, "SELECT 1").catch(() => null), { timeout: 10_000, interval: 100 })
    .toBe(1);
});

/** Listens on a port as soon as its owner is gone. */
async function takePort(port: number): Promise<Server> {
  for (;;) {
    const taker = createServer();
    const took = await new Promise<boolean>((told) => {
      taker.once("error", () => told(false));
      taker.listen(port, "127.0.0.1", () => told(true));
    });
    if (took) return taker;
    await new Promise((passed) => setTimeout(passed, 5));
  }
}

test.runIf(process.getuid?.() === 0)(
  "a copy of a data folder that links to its database does not run beside the original",
  async () => {
    const closed = newFolder();
    chmodSync(closed, 0o700);
    database = await startEmbedded({ dataDir: closed, password: PASSWORD, durable: false });
    const copy = newFolder();
    execFileSync("cp", ["-a", join(closed, "postgres"), copy]);
    const second = startEmbedded({ dataDir: copy, password: PASSWORD });
    await expect(second).rejects.toThrow(/already running/);
    await database.stop();
    remove(closed);
    remove(copy);
  },
);
