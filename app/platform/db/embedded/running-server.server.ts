import { setTimeout as passed } from "node:timers/promises";
import pg from "pg";
import { OperatorError } from "../../errors/operator-error.ts";
import { launch, logOf } from "./launch.server.ts";
import { freePort } from "./port.server.ts";
import {
  breakOff,
  clearRemains,
  endPostmaster,
  type Postmaster,
  postmasterOf,
} from "./postmaster.server.ts";
import { isAlive } from "./processes.server.ts";
import type { RunAs } from "./programs.server.ts";

/** A database on the disk, and all it takes to run a server on it. */
export type Cluster = {
  data: string;
  /** The owner's. */
  password: string;
  as: RunAs;
  durable: boolean;
  /** Where the programs are, made sure of whenever one is started. */
  programs(): Promise<string>;
};

const ATTEMPTS = 3;
/** A server left behind may have to finish its start first. */
const SETTLING_MS = 5 * 60_000;
const SILENCE_MS = 8_000;
const WRONG_PASSWORD = "28P01";
/** It is starting, going, or recovering; it takes no more connections. */
const BUSY = ["57P03", "53300"];

/** The owner's connection to a cluster's server. */
export function ownerUrl({ password }: Pick<Cluster, "password">, port: number): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

/**
 * A server on the cluster that takes connections: the one that is there, when it does, otherwise one started now. What
 * a killed one left is cleared away first. With `port`, one started now listens there.
 * @throws OperatorError when none could be started, or the data was made with another password.
 */
export async function runningServer(cluster: Cluster, port?: number): Promise<Postmaster> {
  const { data, as, durable } = cluster;
  let cause: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      const found = await settled(data);
      if (found && (await answers(found, cluster))) return found;
      if (found) await breakOff(found, data);
      await clearRemains(data);
      const bin = await cluster.programs();
      const started = await launch({ bin, data, port: port ?? (await freePort()), as, durable });
      if (await answers(started, cluster)) return started;
    } catch (error) {
      if (error instanceof OperatorError) throw error;
      cause = error;
    }
  }
  throw new OperatorError(
    "The database did not start. Its data was not touched.",
    `Its log says more: ${logOf(data)}`,
    { cause },
  );
}

/** The server that is there, once it is ready; one that is going is seen off. */
async function settled(data: string): Promise<Postmaster | null> {
  const until = performance.now() + SETTLING_MS;
  for (;;) {
    const server = postmasterOf(data);
    if (server === null || server.state === "ready") return server;
    if (server.state === "stopping") await endPostmaster(server, data);
    else if (performance.now() > until) await breakOff(server, data);
    else await passed(100);
  }
}

/** Whether it takes the owner's connections, once it has got over what it is busy with. */
async function answers(server: Postmaster, cluster: Cluster): Promise<boolean> {
  const until = performance.now() + SETTLING_MS;
  let heard = performance.now();
  while (isAlive(server) && performance.now() < until && performance.now() - heard < SILENCE_MS) {
    const problem = await problemWith(ownerUrl(cluster, server.port));
    if (problem === null) return true;
    if (problem === WRONG_PASSWORD) {
      await endPostmaster(server, cluster.data);
      throw otherSecret(cluster.data);
    }
    if (BUSY.includes(problem)) heard = performance.now();
    await passed(100);
  }
  return false;
}

async function problemWith(connectionString: string): Promise<string | null> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 4_000 });
  // A connection that breaks fails the query; the event by itself must not end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "unknown";
  } finally {
    await client.end();
  }
}

function otherSecret(data: string): OperatorError {
  return new OperatorError(
    `The database in ${data} was made with another secret than the one of this start.`,
    "Nothing was changed. Start with the secret it was made with: in TWOHATS_SECRET, or, when that is not set, in the file `secret` of the data folder.",
  );
}
