import { randomBytes } from "node:crypto";
import pg from "pg";
import pino from "pino";
import { expect, inject } from "vitest";
import { type Chance, unsafeSeededChance } from "../../app/platform/chance/chance.server.ts";
import { type Clock, fixedClock } from "../../app/platform/clock/clock.ts";
import { asApp } from "../../app/platform/db/connection.server.ts";
import { type Database, openDatabase } from "../../app/platform/db/database.server.ts";
import { startJobs } from "../../app/platform/jobs/jobs.server.ts";
import type { Mailer } from "../../app/platform/mail/mailer.server.ts";
import { nobodyOutside } from "../../app/platform/outside/testing.ts";
import type { Platform } from "../../app/platform/platform.server.ts";
import { APP_PASSWORD, TEMPLATE } from "./global-setup.ts";
import { tablesOfOrganisations, watchStatements } from "./tenancy/watch-statements.ts";

export type TestDatabase = {
  /**
   * Every statement on a table of organisations has to say whose rows it means (`tenancy/`); one that doesn't is
   * refused.
   */
  platform: Platform & { clock: ReturnType<typeof fixedClock> };
  /** Sees past row-level security: for checking what is really stored. */
  owner: pg.Pool;
  /** The statements that the platform's own connections make during a piece of work, in order. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  /** As the application role, with statements that leave organisations out: for seeing that the walls hold them. */
  unwatched: Database;
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
  const owner = new pg.Pool({ connectionString: url.href, max: 2 });
  // A connection that is still closing when its database is dropped must not fail the test.
  owner.on("error", () => {});
  const { database, pool, close } = openDatabase(appUrl, 5);
  const unwatched = openDatabase(appUrl, 2);
  const watch = watchStatements(pool, await tablesOfOrganisations(owner));
  const log = pino({ level: "silent" });
  const jobs = await startJobs(appUrl, log, false);
  const clock: Clock & { set(at: Date): void } = fixedClock(NOON);
  return {
    platform: {
      database,
      clock,
      chance: options.chance ?? unsafeSeededChance(name),
      jobs,
      mailer: options.mailer ?? { kind: "outbox" },
      log,
      outside: nobodyOutside(),
      secret: "a secret that only the tests know, long enough",
      publicUrl: "http://twohats.test",
    },
    owner,
    unwatched: unwatched.database,
    statementsOf: async (work) => {
      const made: string[] = [];
      watch.notes = made;
      await work();
      watch.notes = null;
      return made;
    },
    ownerUrl: url.href,
    appUrl,
    close: async () => {
      await jobs.stop();
      await close();
      await unwatched.close();
      await owner.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
      expect(watch.refused, "statements that don't say whose rows they mean").toEqual([]);
    },
  };
}
