import { CompiledQuery } from "kysely";
import { type ConnectionOptions, type JobResult, PgBoss } from "pg-boss";
import type { Tx } from "../db/database.server.ts";
import type { Log } from "../log/log.server.ts";
import { outlast } from "./outlast.server.ts";
import type { JobPayloads, QueueName, QueueWithoutPayload } from "./queues.ts";

export type JobHandler<Name extends QueueName> = (payload: JobPayloads[Name]) => Promise<void>;

export type Jobs = {
  /** Adds jobs inside the caller's transaction: they exist exactly when what caused them does. */
  enqueue<Name extends QueueName>(
    tx: Tx,
    queue: Name,
    payloads: JobPayloads[Name][],
    /** Not before this moment; left out, as soon as someone is free. */
    startAfter?: Date,
  ): Promise<void>;
  /**
   * Adds a job that carries nothing, unless one was added in this span already: for what should not wait for the clock.
   */
  nudge(queue: QueueWithoutPayload, everySeconds: number): Promise<void>;
  /**
   * Starts working on a queue in this process with `concurrency` workers. Each takes up to `batch` jobs per look at the
   * queue, works on `atOnce` of them at a time, each with its own outcome, and looks again at once while there are that
   * many. What is not begun when this process stops is left to others.
   */
  work<Name extends QueueName>(
    queue: Name,
    handler: JobHandler<Name>,
    concurrency?: number,
    batch?: number,
    atOnce?: number,
  ): Promise<void>;
  /** Begins nothing more and gives what was begun five seconds to end. */
  stop(): Promise<void>;
};

/** While the database is away every look at a queue fails, several times a second. */
const TOLD_EVERY_MS = 10_000;
/**
 * A server that is told to stop cuts connections off, also those that we are just closing. Whether it is away the next
 * look says.
 */
const CUT_OFF = "57P01";

/**
 * Connects to the job tables; `supervise` also runs their upkeep and adds what comes by the clock, which one worker at
 * least should do. Of several, one does it each time, every `missedSeconds`: so often is also looked for jobs whose
 * process was killed.
 */
export async function startJobs(
  appUrl: string,
  log: Log,
  supervise: boolean,
  missedSeconds = 60,
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: appUrl,
    max: 4,
    migrate: false,
    createSchema: false,
    supervise,
    schedule: supervise,
    superviseIntervalSeconds: missedSeconds,
    monitorIntervalSeconds: missedSeconds,
    reindex: false,
    monitorVacuum: false,
  });
  let toldAt = Number.NEGATIVE_INFINITY;
  boss.on("error", (error) => {
    if (errorCode(error) === CUT_OFF || performance.now() - toldAt < TOLD_EVERY_MS) return;
    toldAt = performance.now();
    log.error({ code: errorCode(error) }, "job queue");
  });
  const outage = outlast(boss);
  await boss.start();
  let stopping = false;
  return {
    enqueue: async (tx, queue, payloads, startAfter) => {
      if (payloads.length === 0) return;
      await boss.insert(
        queue,
        payloads.map((data) => ({ data, ...(startAfter ? { startAfter } : {}) })),
        { db: inTransaction(tx) },
      );
    },
    nudge: async (queue, everySeconds) => {
      await boss.send(queue, {}, { singletonSeconds: everySeconds });
    },
    work: async (queue, once, concurrency = 1, batch = 1, atOnce = 1) => {
      const handler = outage.work(once);
      const options = {
        pollingIntervalSeconds: 0.5,
        batchSize: batch,
        burstWhenBatchFull: true,
        perJobResults: true,
      } as const;
      for (let worker = 0; worker < concurrency; worker += 1) {
        await boss.work<JobPayloads[typeof queue]>(queue, options, async (jobs) => {
          const left = [...jobs];
          const results: JobResult[] = [];
          const workOff = async () => {
            for (let job = left.shift(); job; job = left.shift()) {
              const { id, data } = job;
              const outcome = stopping ? LEFT : await outcomeOf(log, queue, () => handler(data));
              results.push({ id, ...outcome });
            }
          };
          await Promise.all(Array.from({ length: atOnce }, workOff));
          // Outcomes that can't be noted are lost, and the jobs would count as being worked on for long.
          await outage.back();
          return results;
        });
      }
    },
    stop: async () => {
      stopping = true;
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

/** Failed, so that it is tried again: nobody began it. */
const LEFT: Omit<JobResult, "id"> = { status: "failed", output: { message: "stopped" } };

function inTransaction(tx: Tx): NonNullable<ConnectionOptions["db"]> {
  const plain = tx.withoutPlugins();
  return {
    executeSql: async (text, values) => {
      const result = await plain.executeQuery(CompiledQuery.raw(text, values ?? []));
      return { rows: result.rows };
    },
  };
}

async function outcomeOf(
  log: Log,
  queue: QueueName,
  work: () => Promise<void>,
): Promise<Omit<JobResult, "id">> {
  try {
    await work();
    return { status: "completed" };
  } catch (error) {
    // The stored job keeps the error's text, so it must not carry anyone's data.
    log.error({ queue, code: errorCode(error) }, "job failed");
    return { status: "failed", output: { message: `${queue}: ${errorCode(error)}` } };
  }
}

function errorCode(error: unknown): string {
  // What a worker of the queue meets comes as a plain copy of the error.
  if (typeof error === "object" && error !== null && "code" in error) return String(error.code);
  return error instanceof Error ? error.name : "unknown";
}
