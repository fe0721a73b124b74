import { sql } from "kysely";
import pg from "pg";
import pino from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asApp } from "../db/connection.server.ts";
import { openDatabase, openSignInPool } from "../db/database.server.ts";
import { type EmbeddedDatabase, startEmbedded } from "../db/embedded/start-embedded.server.ts";
import { ask, newFolder, remove, serverOn } from "../db/embedded/testing/embedded.ts";
import { newId } from "../db/ids.ts";
import { inOrganisation } from "../db/in-organisation.server.ts";
import { migrate, readMigrations } from "../migrate/migrate.server.ts";
import { type Jobs, startJobs } from "./jobs.server.ts";

// A database of its own, killed while it is used.
const PASSWORD = "known to this test";
const dataDir = newFolder();
const log = pino({ level: "silent" });
const unhandled: unknown[] = [];
let server: EmbeddedDatabase;
let appUrl: string;
let jobs: Jobs;

// It has to start again, which takes a busy machine its time.
const PATIENCE = 90_000;
vi.setConfig({ testTimeout: 2 * PATIENCE, hookTimeout: PATIENCE });
beforeAll(async () => {
  process.on("unhandledRejection", (reason) => unhandled.push(reason));
  server = await startEmbedded({ dataDir, password: PASSWORD });
  appUrl = asApp(server.ownerUrl, PASSWORD);
  await migrate(server.ownerUrl, await readMigrations("migrations"), PASSWORD);
  jobs = await startJobs(appUrl, log, true);
});
afterAll(async () => {
  await jobs.stop();
  await server.stop();
  remove(dataDir);
});

const killDatabase = () => process.kill(serverOn(dataDir).pid, "SIGKILL");

test("a job in whose midst the database dies is done again as soon as it is back, and noted", async () => {
  const { database, close } = openDatabase(appUrl, 2);
  const scope = { organisationId: newId() };
  const payload = { organisationId: scope.organisationId, messageId: newId() };
  await inOrganisation({ database }, scope, (tx) => jobs.enqueue(tx, "send-message", [payload]));
  let [begun, done] = [0, 0];
  await jobs.work("send-message", async () => {
    begun += 1;
    await inOrganisation({ database }, scope, async (tx) => {
      // A statement that is going on when the database dies: one that follows might still be answered.
      if (begun === 1) {
        const going = sql`SELECT pg_sleep(600)`.execute(tx);
        killDatabase();
        await going;
      }
      await tx.selectFrom("message").select("id").execute();
    });
    done += 1;
  });
  await expect
    .poll(stateOfJob, { timeout: PATIENCE, interval: 250 })
    .toEqual({ state: "completed", retry_count: 0 });
  // Begun once more where the last to go of the old server still said that it was there.
  expect(begun).toBeGreaterThan(1);
  expect(done).toBe(1);
  await close();
});

async function stateOfJob(): Promise<unknown> {
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  owner.on("error", () => {});
  try {
    await owner.connect();
    // What comes by the clock is there as well.
    const question = "SELECT state, retry_count FROM pgboss.job WHERE name = 'send-message'";
    return (await owner.query(question)).rows[0];
  } catch {
    return "away";
  } finally {
    await owner.end();
  }
}

test("every pool works again within ten seconds of the database's return, and nothing is left unhandled", async () => {
  const { pool, close } = openDatabase(appUrl);
  const signIn = openSignInPool(appUrl);
  const pools = [pool, signIn];
  const used = pools.flatMap((each) => [1, 2, 3].map(() => each.query("SELECT pg_sleep(30)")));
  const cut = Promise.allSettled(used);
  await Promise.all(pools.map((each) => each.query("SELECT 1")));
  killDatabase();
  expect((await cut).map(({ status }) => status)).toEqual(used.map(() => "rejected"));
  const outcome = (asked: Promise<unknown>) =>
    asked.then(
      () => "answers",
      () => "away",
    );
  const anyone = () => outcome(ask(server.ownerUrl, "SELECT 1"));
  await expect.poll(anyone, { timeout: PATIENCE, interval: 20 }).toBe("answers");
  const all = () => outcome(Promise.all(pools.map((each) => each.query("SELECT 1"))));
  await expect.poll(all, { timeout: 10_000, interval: 100 }).toBe("answers");
  await Promise.all([close(), signIn.end()]);
  expect(unhandled).toEqual([]);
});
