import { randomBytes } from "node:crypto";
import pg from "pg";
import pino from "pino";
import { inject } from "vitest";
import { type Chance, unsafeSeededChance } from "../../app/platform/chance/chance.server.ts";
import { type Clock, fixedClock } from "../../app/platform/clock/clock.ts";
import { asApp } from "../../app/platform/db/connection.server.ts";
import { openDatabase } from "../../app/platform/db/database.server.ts";
import { startJobs } from "../../app/platform/jobs/jobs.server.ts";
import type { Mailer } from "../../app/platform/mail/mailer.server.ts";
import type { Platform } from "../../app/platform/platform.server.ts";
import { APP_PASSWORD, TEMPLATE } from "./global-setup.ts";

export type TestDatabase = {
  platform: Platform & { clock: ReturnType<typeof fixedClock> };
  /** Sees past row-level security: for checking what is really stored. */
  owner: pg.Pool;
  ownerUrl: string;
  appUrl: string;
  close(): Promise<void>;
};

const NOON = new Date("2026-03-02T12:00:00Z");

/** A database of this test file's own, migrated and empty, reached as the application role. */
export async function createTestDatabase(
  options: { mailer?: Mailer; chance?: Chance } = {},
): Promise<TestDatabase> {
  const { ownerUrl } = inject("databaseServer");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  const appUrl = asApp(url.href, APP_PASSWORD);
  const { database, close } = openDatabase(appUrl, 5);
  const log = pino({ level: "silent" });
  const jobs = await startJobs(appUrl, log, false);
  const owner = new pg.Pool({ connectionString: url.href, max: 2 });
  // A connection that is still closing when its database is dropped must not fail the test.
  owner.on("error", () => {});
  const clock: Clock & { set(at: Date): void } = fixedClock(NOON);
  return {
    platform: {
      database,
      clock,
      chance: options.chance ?? unsafeSeededChance(name),
      jobs,
      mailer: options.mailer ?? { kind: "outbox" },
      log,
      secret: "a secret that only the tests know, long enough",
      publicUrl: "http://twohats.test",
    },
    owner,
    ownerUrl: url.href,
    appUrl,
    close: async () => {
      await jobs.stop();
      await close();
      await owner.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
