import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { derive } from "../../app/platform/db/connection.server.ts";
import { freePort, type Program, startProgram } from "../../e2e/support/program.ts";

type Settings = {
  dataDir: string;
  port?: number;
  env?: Record<string, string>;
  uid?: number;
  gid?: number;
};

/** Runs `twohats` with these words on a data folder, on a port of its own unless one is given. */
export async function twohats(words: string, { dataDir, port, env = {}, ...user }: Settings) {
  return startProgram({
    args: words.split(" "),
    env: {
      TWOHATS_DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
      PORT: String(port ?? (await freePort())),
      ...env,
    },
    ...user,
  });
}

/** Runs it to its end. */
export async function outcomeOf(words: string, settings: Settings) {
  const program = await twohats(words, settings);
  const code = await program.ended;
  return { code, output: program.output() };
}

/** A line of a stack trace: nothing that an operator should see. */
export const STACK_TRACE = /^\s+at /m;

/** The process ids of the database servers that work on this data folder. */
export function databasesOn(dataDir: string): number[] {
  const processes = execFileSync("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="], {
    encoding: "utf8",
  });
  const found = processes
    .split("\n")
    .filter((line) => line.includes("postgres") && line.includes(`-D ${dataDir}/`))
    .map((line) => line.trim().split(/\s+/, 2).map(Number) as [pid: number, parent: number]);
  const pids = new Set(found.map(([pid]) => pid));
  // A connection that was just opened still goes by its server's command line.
  return found.filter(([, parent]) => !pids.has(parent)).map(([pid]) => pid);
}

/** Asks the running embedded database of a data folder, as its owner. */
export async function ask(dataDir: string, question: string): Promise<number> {
  const pid = readFileSync(join(dataDir, "postgres/data/postmaster.pid"), "utf8");
  const client = new pg.Client({
    host: "127.0.0.1",
    port: Number(pid.split("\n")[3]),
    user: "postgres",
    password: derive(readFileSync(join(dataDir, "secret"), "utf8").trim(), "owner role"),
    database: "postgres",
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: number }>(`SELECT (${question})::int AS answer`);
    return Number(rows[0]?.answer);
  } finally {
    await client.end();
  }
}

/** Ends what a failed test left running and removes the folder. */
export async function cleanUp(dataDir: string, programs: readonly Program[]): Promise<void> {
  await Promise.all(programs.map((program) => program.stop()));
  for (const pid of databasesOn(dataDir)) process.kill(pid, "SIGQUIT");
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
