import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "~/features/identity/index.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { openDatabase } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { startJobs } from "~/platform/jobs/jobs.server.ts";
import { MAIL_CONNECTIONS } from "~/platform/mail/mailer.server.ts";
import {
  type StubbornServer,
  startStubbornServer,
} from "~/platform/mail/testing/stubborn-server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { deliverMessage } from "./deliver-message.server.ts";
import { queueMany } from "./testing/queued-letter.ts";

const LETTERS = 300;
const PROCESSES = 2;
/** Fewer than letters at a time: were one held by each letter, none would be left for pages. */
const CONNECTIONS = 4;

let db: TestDatabase;
let server: StubbornServer;
let admin: Actor;
const platforms: Platform[] = [];
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startStubbornServer("silent");
  admin = (await createTestOrganisation(db.platform)).admin;
  await queueMany(db.platform, admin, LETTERS);
  for (let each = 0; each < PROCESSES; each += 1) {
    const { database, close } = openDatabase(db.appUrl, CONNECTIONS);
    const jobs = await startJobs(db.appUrl, db.platform.log, false);
    const mailer = server.mailer();
    const platform = { ...db.platform, database, jobs, mailer };
    platforms.push(platform);
    closing.push(jobs.stop, async () => mailer.close(), close);
    const deliver = (order: Parameters<typeof deliverMessage>[1]) =>
      deliverMessage(platform, order);
    await jobs.work("send-message", deliver, 1, 100, MAIL_CONNECTIONS);
  }
});
afterAll(async () => {
  await server.close();
  for (const close of closing) await close();
  await db.close();
});

const states = async () =>
  Object.fromEntries(
    (
      await db.owner.query<{ state: string; n: number }>(
        "SELECT state, count(*)::int AS n FROM message GROUP BY state",
      )
    ).rows.map(({ state, n }) => [state, n]),
  );
const held = async () =>
  (
    await db.owner.query<{ state: string }>(
      "SELECT state FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%' AND now() - state_change > interval '0.2 seconds'",
    )
  ).rows;

test("while the mail server is silent over 300 letters, two processes serve everyone else as quickly as ever", async () => {
  const busy = PROCESSES * MAIL_CONNECTIONS;
  await expect.poll(server.callers, { timeout: 8_000 }).toBe(busy);
  await expect.poll(states).toEqual({ sending: busy, queued: LETTERS - busy });
  for (let round = 0; round < 10; round += 1) {
    const began = performance.now();
    await Promise.all(
      platforms.flatMap((platform) =>
        Array.from({ length: 2 * CONNECTIONS }, () =>
          inOrganisation(platform, admin, (tx) =>
            tx
              .updateTable("organisation")
              .set({ name: `House ${round}` })
              .execute(),
          ),
        ),
      ),
    );
    // With every connection held it would wait for ten seconds and fail.
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await held()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(server.callers()).toBe(busy);
});
