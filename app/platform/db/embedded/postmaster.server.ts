import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  allProcesses,
  type Process,
  processAt,
  signal,
  untilEnded,
  worksIn,
} from "./processes.server.ts";

/** The database server that works on a data folder, by what it says of itself in `postmaster.pid`. */
export type Postmaster = Process & {
  port: number;
  state: "starting" | "ready" | "stopping";
};

const FAST_STOP_MS = 60_000;
const IMMEDIATE_STOP_MS = 6_000;
/** Connections of a server that was killed notice it within moments, unless they are busy. */
const NOTICE_MS = 1_000;

const PORT_LINE = 3;
const STATE_LINE = 7;

/**
 * The server that lives on this data folder; null when there is none. Its file outlives a killed server and names a
 * process number that may belong to any program by now, or to nobody: only a living postgres of this very folder
 * counts.
 */
export function postmasterOf(data: string): Postmaster | null {
  const lines = readLines(join(data, "postmaster.pid"));
  const process = processAt(Number(lines[0]));
  if (!process || !isPostgres(process) || !belongsTo(process, data)) return null;
  const said = lines[STATE_LINE]?.trim() ?? "";
  const state = said === "ready" || said === "stopping" ? said : "starting";
  return { ...process, port: Number(lines[PORT_LINE]), state };
}

/** Whether the server that was last started here says that it is going, by whoever's order. */
export function saysStopping(data: string): boolean {
  return readLines(join(data, "postmaster.pid"))[STATE_LINE]?.trim() === "stopping";
}

/** By this word in their titles a server's processes are known, even once it is dead. */
export function clusterName(data: string): string {
  return `twohats_${createHash("sha256").update(data).digest("hex").slice(0, 12)}`;
}

/**
 * Stops a server: as it should be, and when it takes too long, at once; nothing that was committed is lost either way.
 */
export async function endPostmaster(server: Postmaster, data: string): Promise<void> {
  signal(server, "SIGINT");
  if ((await untilEnded([server], FAST_STOP_MS)).length === 0) return;
  await breakOff(server, data);
}

/** Ends a server that does not answer. */
export async function breakOff(server: Postmaster, data: string): Promise<void> {
  signal(server, "SIGQUIT");
  const stuck = await untilEnded([server], IMMEDIATE_STOP_MS);
  for (const process of stuck) signal(process, "SIGKILL");
  await untilEnded(stuck, IMMEDIATE_STOP_MS);
  await clearRemains(data);
}

/**
 * Clears away what a killed server left on a folder that no server works on: connections that are still busy, which
 * would keep the next one from starting, and the file that names it.
 */
export async function clearRemains(data: string): Promise<void> {
  const unaware = await untilEnded(remainsOn(data), NOTICE_MS);
  for (const process of unaware) signal(process, "SIGQUIT");
  const stuck = await untilEnded(unaware, NOTICE_MS);
  for (const process of stuck) signal(process, "SIGKILL");
  await untilEnded(stuck, NOTICE_MS);
  rmSync(join(data, "postmaster.pid"), { force: true });
}

function remainsOn(data: string): Process[] {
  return allProcesses().filter((process) => isPostgres(process) && belongsTo(process, data));
}

function isPostgres({ command }: Process): boolean {
  return /^(\S*\/)?postgres\b/.test(command);
}

function belongsTo(process: Process, data: string): boolean {
  const named = `${process.command} `.includes(` -D ${data} `);
  return worksIn(process, data) ?? (named || process.command.includes(` ${clusterName(data)}: `));
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}
