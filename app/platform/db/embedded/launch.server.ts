import { spawn } from "node:child_process";
import { closeSync, constants, fchownSync, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as passed } from "node:timers/promises";
import { clusterName, type Postmaster, postmasterOf } from "./postmaster.server.ts";
import { type RunAs, surroundings } from "./programs.server.ts";

/** After a power cut a server first repeats what was in its journal. */
const LONGEST_START_MS = 5 * 60_000;
const TOLD_LINES = 3;

type Launch = { bin: string; data: string; port: number; as: RunAs; durable: boolean };

/**
 * Starts a server on a folder that none works on, and waits until it takes connections. It lives on when we are killed,
 * and a Ctrl-C in the terminal does not reach it.
 * @throws the server's own words when it ended instead.
 */
export async function launch({ bin, data, port, as, durable }: Launch): Promise<Postmaster> {
  const log = openLog(data, as);
  const before = fstatSync(log).size;
  const child = spawn(join(bin, "postgres"), ["-D", data, ...settings(data, port, durable)], {
    ...as,
    cwd: "/",
    env: surroundings(),
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  let failure: Error | null = null;
  let ended = false;
  child.once("error", (error) => {
    failure = error;
  });
  child.once("exit", () => {
    ended = true;
  });
  const until = performance.now() + LONGEST_START_MS;
  for (;;) {
    const server = postmasterOf(data);
    if (server?.pid === child.pid && server?.state === "ready") return server;
    if (failure) throw failure;
    if (ended) throw new Error(lastWords(data, before));
    if (performance.now() > until) throw new Error("It is still busy with its journal.");
    await passed(50);
  }
}

/** Where a server on this folder writes what happens to it. */
export function logOf(data: string): string {
  return join(data, "server.log");
}

function settings(data: string, port: number, durable: boolean): string[] {
  const values = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "max_connections=60",
    `cluster_name=${clusterName(data)}`,
    ...(durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
  ];
  return ["-p", String(port), ...values.flatMap((value) => ["-c", value])];
}

/** Not through a link: the folder is the database user's, and we may be root. */
function openLog(data: string, { uid, gid }: RunAs): number {
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
  const log = openSync(logOf(data), O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
  if (uid !== undefined && gid !== undefined) fchownSync(log, uid, gid);
  return log;
}

/** What it wrote since, of the lines that say why it ended. */
function lastWords(data: string, since: number): string {
  const lines = readFileSync(logOf(data)).subarray(since).toString("utf8").split("\n");
  const telling = lines.filter((line) => /\b(FATAL|PANIC|ERROR|HINT|could not)\b/.test(line));
  const told = telling.length > 0 ? telling : lines.filter((line) => line !== "");
  return told.slice(-TOLD_LINES).join("\n") || "It ended without a word.";
}
