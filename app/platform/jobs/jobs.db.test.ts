import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { newId } from "../db/ids.ts";
import { inOrganisation } from "../db/in-organisation.server.ts";
import { type Jobs, startJobs } from "./jobs.server.ts";
import { prepareJobs } from "./prepare-jobs.server.ts";
import type { JobPayloads } from "./queues.ts";

let db: TestDatabase;
const scope = { organisationId: newId() };
const started: Jobs[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
});
beforeEach(async () => {
  while (started.length > 0) await started.pop()?.stop();
  await db.owner.query("DELETE FROM pgboss.job");
});
afterAll(async () => {
  for (const jobs of started) await jobs.stop();
  await db.close();
});

async function worker(supervise = false): Promise<Jobs> {
  const jobs = await startJobs(db.appUrl, db.platform.log, supervise);
  started.push(jobs);
  return jobs;
}

const stored = async () =>
  (
    await db.owner.query<{ name: string; state: string; data: unknown; output: unknown }>(
      "SELECT name, state, data, output FROM pgboss.job",
    )
  ).rows;

const payload = (): JobPayloads["send-message"] => ({
  organisationId: scope.organisationId,
  messageId: newId(),
});

const enqueue = (payloads: JobPayloads["send-message"][]) =>
  inOrganisation(db.platform, scope, (tx) =>
    db.platform.jobs.enqueue(tx, "send-message", payloads),
  );

test("a job belongs to the transaction that causes it: rolled back, it never was", async () => {
  const failing = inOrganisation(db.platform, scope, async (tx) => {
    await db.platform.jobs.enqueue(tx, "send-message", [payload()]);
    await tx
      .selectFrom("message")
      .where("organisationId", "=", scope.organisationId)
      .select("id")
      .execute();
    throw new Error("the cause failed");
  });
  await expect(failing).rejects.toThrow("the cause failed");
  expect(await stored()).toEqual([]);
});

test("before its transaction commits nobody sees a job; afterwards it waits with ids only", async () => {
  const given = payload();
  await inOrganisation(db.platform, scope, async (tx) => {
    await db.platform.jobs.enqueue(tx, "send-message", [given]);
    expect(await stored()).toEqual([]);
  });
  expect(await stored()).toEqual([
    { name: "send-message", state: "created", data: given, output: null },
  ]);
});

test("with two workers at it, each job is worked exactly once", async () => {
  const payloads = Array.from({ length: 12 }, payload);
  const worked: string[] = [];
  for (const jobs of [await worker(), await worker()])
    await jobs.work(
      "send-message",
      async ({ messageId }) => {
        worked.push(messageId);
      },
      2,
    );
  await enqueue(payloads);
  await expect.poll(() => worked.length, { timeout: 15_000 }).toBe(payloads.length);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(worked.toSorted()).toEqual(payloads.map(({ messageId }) => messageId).toSorted());
});

test("asked by several processes in one span, what should not wait for the clock is one job", async () => {
  const [one, other] = [await worker(), await worker()];
  const span = 365 * 86_400;
  await Promise.all([one, other, one, other].map((jobs) => jobs.nudge("wake-letters", span)));
  expect((await stored()).map(({ name, data }) => ({ name, data }))).toEqual([
    { name: "wake-letters", data: {} },
  ]);
});

/** As if no process had been there for an hour, in the middle of which it was time. */
async function nobodyForAnHour(): Promise<void> {
  const halfAnHourAgo = new Date(Date.now() - 30 * 60_000).getUTCMinutes();
  await db.owner.query("UPDATE pgboss.version SET cron_on = now() - interval '1 hour'");
  await db.owner.query(
    "UPDATE pgboss.schedule SET created_on = now() - interval '1 day', cron = $1",
    [`${halfAnHourAgo} * * * *`],
  );
}

test("what comes by the clock is scheduled once, and done once by however many processes, after a restart too", async () => {
  const { rows } = await db.owner.query("SELECT name, cron FROM pgboss.schedule ORDER BY name");
  expect(rows).toEqual([
    { name: "keep-time", cron: "*/15 * * * *" },
    { name: "wake-letters", cron: "*/3 * * * *" },
  ]);
  for (const start of ["first", "restarted"]) {
    await nobodyForAnHour();
    let kept = 0;
    for (const jobs of [await worker(true), await worker(true)])
      await jobs.work("keep-time", async () => {
        kept += 1;
      });
    await expect.poll(() => kept, { timeout: 20_000, message: start }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(kept, start).toBe(1);
    while (started.length > 0) await started.pop()?.stop();
    await db.owner.query("DELETE FROM pgboss.job");
  }
}, 60_000);

test("what comes by the clock runs once at a time across processes; meanwhile one more waits, and no third", async () => {
  const workers = [await worker(), await worker()];
  const [one] = workers;
  const running: Array<() => void> = [];
  let atOnce = 0;
  let most = 0;
  for (const jobs of workers)
    await jobs.work("keep-time", async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise<void>((resolve) => running.push(resolve));
      atOnce -= 1;
    });
  await one?.nudge("keep-time", 1);
  await expect.poll(() => running.length, { timeout: 10_000 }).toBe(1);
  for (let more = 0; more < 2; more += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await one?.nudge("keep-time", 1);
  }
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect((await stored()).map(({ state }) => state).toSorted()).toEqual(["active", "created"]);
  expect(running).toHaveLength(1);
  running[0]?.();
  await expect.poll(() => running.length, { timeout: 10_000 }).toBe(2);
  running[1]?.();
  const states = async () => (await stored()).map(({ state }) => state);
  await expect.poll(states, { timeout: 10_000 }).toEqual(["completed", "completed"]);
  expect(most).toBe(1);
}, 60_000);

test("an upgrade makes queues by the clock exclusive, drops schedules that are no more, and does nothing twice", async () => {
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query("UPDATE pgboss.queue SET policy = 'standard' WHERE name = 'keep-time'");
  await owner.query(
    "INSERT INTO pgboss.schedule (name, key, cron) VALUES ('wake-letters', 'older', '* * * * *')",
  );
  await prepareJobs(db.ownerUrl, owner);
  await prepareJobs(db.ownerUrl, owner);
  await owner.end();
  const { rows } = await db.owner.query(
    `SELECT s.name, s.key, s.cron, q.policy FROM pgboss.schedule s JOIN pgboss.queue q USING (name)
     ORDER BY s.name`,
  );
  expect(rows).toEqual([
    { name: "keep-time", key: "", cron: "*/15 * * * *", policy: "stately" },
    { name: "wake-letters", key: "", cron: "*/3 * * * *", policy: "stately" },
  ]);
});

test("a job may wait for its moment", async () => {
  const later = new Date(Date.now() + 3_600_000);
  const given = payload();
  await inOrganisation(db.platform, scope, (tx) =>
    db.platform.jobs.enqueue(tx, "send-message", [given], later),
  );
  const worked: string[] = [];
  await (await worker()).work("send-message", async ({ messageId }) => {
    worked.push(messageId);
  });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(worked).toEqual([]);
  const { rows } = await db.owner.query("SELECT start_after FROM pgboss.job");
  expect(rows).toEqual([{ start_after: later }]);
});

test("a job that fails is kept to be tried again, and keeps the code of the fault but not its words", async () => {
  const jobs = await worker();
  await jobs.work("send-message", async () => {
    throw Object.assign(new Error("no such user ana@example.org"), { code: "EENVELOPE" });
  });
  await enqueue([payload()]);
  await expect.poll(async () => (await stored())[0]?.state, { timeout: 10_000 }).toBe("retry");
  const [job] = await stored();
  expect(JSON.stringify(job?.output)).toContain("send-message: EENVELOPE");
  expect(JSON.stringify(job)).not.toContain("ana@example.org");
});

test("of a batch, what failed is tried again and the rest is done", async () => {
  const payloads = Array.from({ length: 25 }, payload);
  const broken = payloads[3]?.messageId;
  await enqueue(payloads);
  const jobs = await worker();
  const began = Date.now();
  let worked = 0;
  await jobs.work(
    "send-message",
    async ({ messageId }) => {
      worked += 1;
      if (messageId === broken) throw new Error("not this one");
    },
    1,
    10,
  );
  await expect.poll(() => worked, { timeout: 10_000, interval: 20 }).toBe(25);
  expect(Date.now() - began, "full batches follow each other at once").toBeLessThan(5_000);
  const states = async () =>
    Map.groupBy(await stored(), (job) => job.state)
      .entries()
      .map(([state, found]) => [state, found.length])
      .toArray()
      .sort();
  await expect.poll(states, { timeout: 10_000 }).toEqual([
    ["completed", 24],
    ["retry", 1],
  ]);
});

test("stopped in the middle of a batch, a process begins no more of it, and what is left comes back", async () => {
  await enqueue(Array.from({ length: 10 }, payload));
  const jobs = await worker();
  let begun = 0;
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  await jobs.work(
    "send-message",
    async () => {
      begun += 1;
      await mayEnd;
    },
    1,
    10,
    2,
  );
  await expect.poll(() => begun, { timeout: 10_000 }).toBe(2);
  const stopped = jobs.stop();
  end();
  await stopped;
  expect(begun).toBe(2);
  const states = (await stored()).map((job) => job.state).toSorted();
  expect(states).toEqual([...Array(2).fill("completed"), ...Array(8).fill("retry")]);
});
