import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { collectingCycle } from "~/features/feedback/testing/cycle.ts";
import { createHouse } from "~/features/feedback/testing/house.ts";
import {
  type Auth,
  createAuth,
  resolveSession,
  setUpCode,
  setUpOrganisation,
} from "~/features/identity/index.server.ts";
import { cookiesSent } from "~/features/identity/testing/cookies.ts";
import { testDirectory } from "~/features/identity/testing/directory.ts";
import { createTestOrganisation } from "~/features/identity/testing/organisation.ts";
import { deliverMessage } from "~/features/letters/index.server.ts";
import { letterWays } from "~/features/rounds/answering/personal-links.server.ts";
import { saveAnswers, submitAnswers } from "~/features/rounds/index.server.ts";
import { keepTime } from "~/keep-time.server.ts";
import {
  type OpenDatabase,
  openDatabase,
  openSignInPool,
  requireBoundRole,
  signInTables,
} from "~/platform/db/database.server.ts";
import { asAccount, inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Jobs, startJobs } from "~/platform/jobs/jobs.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createTestDatabase, type TestDatabase } from "../test-database.ts";
import { findPgBouncer, HOW_TO_GET_PGBOUNCER, type Pooler, startPooler } from "./pooler.ts";

const PASSWORD = "correct horse battery";
const program = findPgBouncer();

/** As a role made by hand, as docs/operating.md says: a pooler needs a password that its operator knows. */
function asPooled(appUrl: string): string {
  const url = new URL(appUrl);
  url.username = "pooled";
  url.password = "pooled";
  return url.href;
}

const title = "behind PgBouncer in transaction mode";

// Behind PgBouncer in transaction mode every transaction, and every statement outside one, may get another connection.
describe.skipIf(program === null)(program ? title : `${title} (${HOW_TO_GET_PGBOUNCER})`, () => {
  let db: TestDatabase;
  let pooler: Pooler;
  let opened: OpenDatabase;
  let jobs: Jobs;
  let platform: Platform;
  let signInPool: ReturnType<typeof openSignInPool>;
  let auth: Auth;

  beforeAll(async () => {
    db = await createTestDatabase();
    await db.owner.query(`CREATE ROLE pooled LOGIN PASSWORD 'pooled' IN ROLE twohats_app`);
    pooler = await startPooler(program ?? "", asPooled(db.appUrl));
    opened = openDatabase(pooler.url, 8);
    jobs = await startJobs(pooler.url, db.platform.log, true);
    platform = { ...db.platform, database: opened.database, jobs };
    signInPool = openSignInPool(pooler.url);
    const { secret, publicUrl } = platform;
    auth = createAuth({ tables: signInTables(signInPool), secret, publicUrl });
  });
  afterAll(async () => {
    await signInPool?.end();
    await jobs?.stop();
    await opened?.close();
    await pooler?.stop();
    await db?.owner.query("DROP ROLE IF EXISTS pooled");
    await db?.close();
  });

  test("a server is set up, its administrator signs in, and is known with every request", async () => {
    await expect(requireBoundRole(opened.pool)).resolves.toBeUndefined();
    const email = "ana@house.test";
    const visitor = { client: "192.0.2.1", cookies: null };
    const wanted = { organisation: "Harbour", name: "Ana", email, password: PASSWORD };
    const code = setUpCode(platform.secret);
    const furnish = async () => {};
    const wrong = { ...wanted, code: "wrong" };
    expect((await setUpOrganisation(platform, auth, visitor, wrong, furnish)).ok).toBe(false);
    const made = await setUpOrganisation(platform, auth, visitor, { ...wanted, code }, furnish);
    expect(made.ok).toBe(true);
    const signedIn = await auth.api.signInEmail({
      body: { email, password: PASSWORD },
      asResponse: true,
    });
    const parts = { ...platform, directory: testDirectory };
    for (let request = 0; request < 5; request += 1) {
      const found = await resolveSession(parts, auth, cookiesSent(signedIn.headers));
      expect(found).toMatchObject({ organisationName: "Harbour", actor: { role: "admin" } });
    }
  });

  test("a rater saves and sends answers, and the clock keeps time", async () => {
    const house = await createHouse(platform);
    const cycle = await collectingCycle(platform, house);
    const rater = cycle.rater(house.people.peer1);
    const requestId = await cycle.requestOf(house.people.peer1);
    const saved = await Promise.all(
      [0, 1, 2, 3].map((item) => saveAnswers(platform, rater, requestId, [[`item-${item}`, "1"]])),
    );
    expect(saved.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect((await submitAnswers(platform, rater, requestId, true)).ok).toBe(true);
    const stored = await db.owner.query(
      "SELECT ratings[1:4] AS ratings FROM response WHERE round_id = $1 AND state = 'submitted'",
      [cycle.cycleId],
    );
    expect(stored.rows).toEqual([{ ratings: [1, 1, 1, 1] }]);
    db.platform.clock.set(new Date("2026-03-13T12:00:00Z"));
    expect(await keepTime(platform)).toBeGreaterThan(0);
    const { rows } = await db.owner.query(
      "SELECT count(*)::int AS n FROM reminder WHERE round_id = $1",
      [cycle.cycleId],
    );
    expect(rows[0].n).toBeGreaterThan(0);
  });

  test("letters leave by the jobs that were made with them", async () => {
    const waiting = async () =>
      (await db.owner.query("SELECT count(*)::int AS n FROM message WHERE state = 'queued'"))
        .rows[0].n;
    expect(await waiting()).toBeGreaterThan(0);
    await jobs.work(
      "send-message",
      (order) => deliverMessage(platform, order, { ways: letterWays }),
      1,
      50,
      5,
    );
    await expect.poll(waiting, { timeout: 15_000 }).toBe(0);
  });

  test("transactions that share connections never see each other's organisation", async () => {
    const houses = await Promise.all(
      ["One", "Two", "Three"].map((name) => createTestOrganisation(platform, name)),
    );
    const seen = await Promise.all(
      Array.from({ length: 60 }, (_, turn) => {
        const scope = { organisationId: houses[turn % 3]?.organisationId ?? "" };
        return inOrganisation({ database: opened.database }, scope, async (tx) => {
          await tx
            .selectFrom("auditRecord")
            .where("organisationId", "=", scope.organisationId)
            .select("id")
            .execute();
          const rows = await tx.selectFrom("organisation").select("organisationId").execute();
          return rows.map((row) => row.organisationId === scope.organisationId);
        });
      }),
    );
    expect(seen).toEqual(Array.from({ length: 60 }, () => [true]));
    const after = await asAccount({ database: opened.database }, "nobody", (tx) =>
      tx.selectFrom("organisation").select("organisationId").execute(),
    );
    expect(after).toEqual([]);
  });
});
