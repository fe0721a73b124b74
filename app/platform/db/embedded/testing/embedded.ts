import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { databaseIn } from "../place.server.ts";
import { type Postmaster, postmasterOf } from "../postmaster.server.ts";

export const PASSWORD = "known to these tests";

/** A folder that the database's user can enter. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "twohats-embedded-"));
  chmodSync(folder, 0o755);
  return folder;
}

export function dataOf(dataDir: string): string {
  return join(databaseIn(dataDir) ?? dataDir, "data");
}

/** The server that works on a data folder; there must be one. */
export function serverOn(dataDir: string): Postmaster {
  const found = postmasterOf(dataOf(dataDir));
  if (!found) throw new Error(`no server works on ${dataDir}`);
  return found;
}

const HOLD = `
  const { startEmbedded } = await import(process.argv[1]);
  const { ownerUrl } = await startEmbedded({ dataDir: process.argv[2], password: process.argv[3] });
  process.stdout.write(ownerUrl);
  setInterval(() => {}, 60_000);`;

/** A program that holds the embedded database of a data folder until it is killed. */
export async function holder(dataDir: string): Promise<ChildProcess> {
  const start = join(import.meta.dirname, "../start-embedded.server.ts");
  const child = spawn(
    process.execPath,
    ["--input-type=module", "-e", HOLD, start, dataDir, PASSWORD],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(() => Promise.reject(new Error("it ended at once"))),
  ]);
  return child;
}

export async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** Asks one question of a database. */
export async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query({ text: question, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** Removes a data folder whose server has ended. */
export function remove(dataDir: string): void {
  const moved = databaseIn(dataDir);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  if (moved !== null) rmSync(dirname(moved), { recursive: true, force: true });
}
