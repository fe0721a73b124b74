import { CompiledQuery } from "kysely";
import { type ConnectionOptions, PgBoss } from "pg-boss";
import type { Tx } from "../db/database.server.ts";
import type { Log } from "../log/log.server.ts";
import type { JobPayloads, QueueName } from "./queues.ts";

export type JobHandler<Name extends QueueName> = (payload: JobPayloads[Name]) => Promise<void>;

export type Jobs = {
  /** Adds jobs inside the caller's transaction: they exist exactly when what caused them does. */
  enqueue<Name extends QueueName>(
    tx: Tx,
    queue: Name,
    payloads: JobPayloads[Name][],
  ): Promise<void>;
  /** Starts working on a queue in this process. */
  work<Name extends QueueName>(
    queue: Name,
    handler: JobHandler<Name>,
    concurrency?: number,
  ): Promise<void>;
  stop(): Promise<void>;
};

/** Connects to the job tables; `supervise` also runs their upkeep, which one worker at least should do. */
export async function startJobs(appUrl: string, log: Log, supervise: boolean): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: appUrl,
    max: 4,
    migrate: false,
    createSchema: false,
    supervise,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (error) => log.error({ code: errorCode(error) }, "job queue"));
  await boss.start();
  return {
    enqueue: async (tx, queue, payloads) => {
      if (payloads.length === 0) return;
      await boss.insert(
        queue,
        payloads.map((data) => ({ data })),
        { db: inTransaction(tx) },
      );
    },
    work: async (queue, handler, concurrency = 1) => {
      for (let worker = 0; worker < concurrency; worker += 1) {
        await boss.work<JobPayloads[typeof queue]>(
          queue,
          { pollingIntervalSeconds: 0.5 },
          async (jobs) => {
            for (const job of jobs) await handled(log, queue, () => handler(job.data));
          },
        );
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}

function inTransaction(tx: Tx): NonNullable<ConnectionOptions["db"]> {
  const plain = tx.withoutPlugins();
  return {
    executeSql: async (text, values) => {
      const result = await plain.executeQuery(CompiledQuery.raw(text, values ?? []));
      return { rows: result.rows };
    },
  };
}

async function handled(log: Log, queue: QueueName, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // The stored job keeps the error's text, so it must not carry anyone's data.
    log.error({ queue, code: errorCode(error) }, "job failed");
    throw new Error(`${queue}: ${errorCode(error)}`);
  }
}

function errorCode(error: unknown): string {
  if (error instanceof Error) return "code" in error ? String(error.code) : error.name;
  return "unknown";
}
