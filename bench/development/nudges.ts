/**
 * The hour in which 50,000 people want to be nudged: finding and queueing the letters, coming by again when nothing is
 * due, and handing letters to a mail server on this machine. On the embedded PostgreSQL. Run with node; ends with 1
 * where an hour's nudges would not be out in five minutes.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import pino from "pino";
import type * as Links from "../../app/features/development/nudges/nudge-link.server.ts";
import type * as Nudges from "../../app/features/development/nudges/send-due-nudges.server.ts";
import type * as Letters from "../../app/features/letters/index.server.ts";
import type * as Mail from "../../app/features/letters/testing/mail-server.ts";
import { asApp } from "../../app/platform/db/connection.server.ts";
import type * as Db from "../../app/platform/db/database.server.ts";
import type * as Embedded from "../../app/platform/db/embedded/start-embedded.server.ts";
import { newId } from "../../app/platform/db/ids.ts";
import type * as Jobs from "../../app/platform/jobs/jobs.server.ts";
import type * as Migrate from "../../app/platform/migrate/migrate.server.ts";
import { openApp } from "../support/load-app.ts";

const [PRACTICES, DELIVERED] = [50_000, 4_000];
const FIVE_MINUTES = 300;
const ROLE_PASSWORD = "bench";
const MAIL = { batch: 100, atOnce: 8 };

const app = await openApp();
const load = <Module>(path: string) => app.load<Module>(`/app/${path}`);
const { openDatabase } = await load<typeof Db>("platform/db/database.server.ts");
const { startEmbedded } = await load<typeof Embedded>(
  "platform/db/embedded/start-embedded.server.ts",
);
const { migrate, readMigrations } = await load<typeof Migrate>(
  "platform/migrate/migrate.server.ts",
);
const { startJobs } = await load<typeof Jobs>("platform/jobs/jobs.server.ts");
const { startMailServer } = await load<typeof Mail>("features/letters/testing/mail-server.ts");
const { deliverMessage } = await load<typeof Letters>("features/letters/index.server.ts");
const { sendDueNudges } = await load<typeof Nudges>(
  "features/development/nudges/send-due-nudges.server.ts",
);
const { letterWays } = await load<typeof Links>("features/development/nudges/nudge-link.server.ts");

const dataDir = mkdtempSync(join(tmpdir(), "twohats-bench-"));
const server = await startEmbedded({ dataDir, password: "bench" });
await migrate(server.ownerUrl, await readMigrations("migrations"), ROLE_PASSWORD);
const appUrl = asApp(server.ownerUrl, ROLE_PASSWORD);
const { database, close } = openDatabase(appUrl);
const owner = new pg.Client({ connectionString: server.ownerUrl });
await owner.connect();
const log = pino({ level: "silent" });
const jobs = await startJobs(appUrl, log, false);
const mail = await startMailServer();
const arrived = mail.countOnly();
const platform = {
  ...{ database, jobs, log, mailer: mail.mailer, publicUrl: "http://twohats.example" },
  clock: { now: () => new Date("2026-03-03T08:00:00Z") },
  secret: "a secret that only this measurement knows",
} as never;
const scope = { organisationId: newId() };

async function timed(what: string, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${what}: ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of own work`,
  );
  return seconds;
}

try {
  const { organisationId } = scope;
  await owner.query(
    "INSERT INTO organisation (organisation_id, name, created_at) VALUES ($1, 'Nudges & Co', now())",
    [organisationId],
  );
  await owner.query(
    `WITH somebody AS (
       INSERT INTO person (organisation_id, id, name, email, status, language, created_at, updated_at)
       SELECT $1, gen_random_uuid(), 'Person ' || n, 'person' || n || '@house.example', 'active',
              CASE WHEN n % 3 = 0 THEN 'de' ELSE 'en' END, now(), now()
         FROM generate_series(1, $2::int) AS n RETURNING id)
     INSERT INTO practice (organisation_id, id, person_id, cue, action, weekdays, state, begun_on, ends_on, nudges, nudge_hour, nudge_at)
     SELECT $1, gen_random_uuid(), id, 'When the meeting opens', 'I ask before I answer', '12345', 'running',
            '2026-03-02', '2026-03-31', 'twice-a-week', 8, '2026-03-03T08:00:00Z'
       FROM somebody`,
    [organisationId, PRACTICES],
  );
  await owner.query("ANALYZE");
  const queued = await timed(`${PRACTICES} nudges found, written and queued`, () =>
    sendDueNudges(platform, scope),
  );
  await timed("again, nothing due", () => sendDueNudges(platform, scope));
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM message LIMIT $1", [
    DELIVERED,
  ]);
  const { count } = (await owner.query("SELECT count(*)::int FROM message")).rows[0];
  console.log(`${count} letters`);
  await owner.query("DELETE FROM pgboss.job");
  const began = performance.now();
  await timed(`${DELIVERED} letters handed to a mail server`, async () => {
    const waiting = rows.map(({ id: messageId }) => ({ organisationId, messageId }));
    const one = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop())
        await deliverMessage(platform, next, { ways: letterWays });
    };
    await Promise.all(Array.from({ length: MAIL.atOnce }, one));
  });
  const perSecond = arrived.count / ((performance.now() - began) / 1_000);
  const all = queued + count / perSecond;
  console.log(`${Math.round(perSecond)} letters a second; all of them out in ${all.toFixed(0)} s`);
  console.log(
    `load: ${loadavg()
      .map((each) => each.toFixed(1))
      .join(", ")}`,
  );
  process.exitCode = all < FIVE_MINUTES ? 0 : 1;
} finally {
  await owner.end();
  await jobs.stop();
  await mail.close();
  await close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
  if (server.movedTo) rmSync(server.movedTo, { recursive: true, force: true });
  await app.close();
}
