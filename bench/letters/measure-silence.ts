import { performance } from "node:perf_hooks";
import pg from "pg";
import pino from "pino";
import { createOrganisation } from "../../app/features/identity/index.server.ts";
import { deliverMessage } from "../../app/features/letters/index.server.ts";
import { queueMany } from "../../app/features/letters/testing/queued-letter.ts";
import { systemChance } from "../../app/platform/chance/chance.server.ts";
import { systemClock } from "../../app/platform/clock/clock.ts";
import { openDatabase } from "../../app/platform/db/database.server.ts";
import { inOrganisation } from "../../app/platform/db/in-organisation.server.ts";
import { type Jobs, startJobs } from "../../app/platform/jobs/jobs.server.ts";
import { MAIL_CONNECTIONS } from "../../app/platform/mail/mailer.server.ts";
import { startStubbornServer } from "../../app/platform/mail/testing/stubborn-server.ts";
import { nobodyOutside } from "../../app/platform/outside/testing.ts";
import type { Platform } from "../../app/platform/platform.server.ts";

const LETTERS = 300;
const PROCESSES = 2;
const TRANSACTIONS = 500;
/** The slowest transaction meanwhile, in milliseconds; on a busy machine. */
const SLOWEST = 1_000;

/**
 * How quickly two processes serve everyone else while their mail server takes calls and says nothing. Prints what was
 * measured.
 * @returns whether it is within the limit and nothing was held open.
 */
export async function measureSilence(appUrl: string, ownerUrl: string): Promise<boolean> {
  const log = pino({ level: "silent" });
  const server = await startStubbornServer("silent");
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("DELETE FROM pgboss.job");
  const processes: { platform: Platform; jobs: Jobs }[] = [];
  const closing: (() => Promise<void>)[] = [];
  for (let each = 0; each < PROCESSES; each += 1) {
    const { database, close } = openDatabase(appUrl);
    const jobs = await startJobs(appUrl, log, false);
    const mailer = server.mailer();
    const platform: Platform = {
      database,
      clock: systemClock,
      chance: systemChance,
      jobs,
      mailer,
      log,
      outside: nobodyOutside(),
      secret: "a secret that only this measurement knows",
      publicUrl: "http://twohats.example",
    };
    processes.push({ platform, jobs });
    closing.push(jobs.stop, async () => mailer.close(), close);
  }
  const first = processes[0]?.platform;
  if (!first) throw new Error("no process");
  const organisationId = await createOrganisation(first, "Silence & Co");
  await queueMany(first, { organisationId }, LETTERS);
  for (const { platform, jobs } of processes) {
    const deliver = (order: Parameters<typeof deliverMessage>[1]) =>
      deliverMessage(platform, order);
    await jobs.work("send-message", deliver, 1, 100, MAIL_CONNECTIONS);
  }
  while (server.callers() < PROCESSES * MAIL_CONNECTIONS)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const took: number[] = [];
  let held = 0;
  for (let count = 0; count < TRANSACTIONS; count += 1) {
    const began = performance.now();
    await inOrganisation(
      processes[count % PROCESSES]?.platform ?? first,
      { organisationId },
      (tx) => tx.selectFrom("organisation").select("name").execute(),
    );
    took.push(performance.now() - began);
    const { rowCount } = await owner.query(
      "SELECT FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND now() - state_change > interval '0.2 seconds'",
    );
    held = Math.max(held, rowCount ?? 0);
  }
  const [median = 0, slowest = 0] = [0.5, 1].map(
    (part) => took.toSorted((a, b) => a - b)[Math.ceil(part * took.length) - 1],
  );
  process.stdout.write(
    `a transaction while the mail server is silent: median ${median.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms, ` +
      `${server.callers()} letters on their way, connections held ${held}\n`,
  );
  await server.close();
  for (const close of closing) await close();
  await owner.end();
  return slowest < SLOWEST && held === 0;
}
