import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { newId } from "../db/ids.ts";
import { inOrganisation } from "../db/in-organisation.server.ts";
import { type Jobs, startJobs } from "./jobs.server.ts";
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

async function worker(): Promise<Jobs> {
  const jobs = await startJobs(db.appUrl, db.platform.log, false);
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

test("asked by several processes in one span, what comes by the clock is one job", async () => {
  const [one, other] = [await worker(), await worker()];
  const span = 365 * 86_400;
  await Promise.all([one, other, one, other].map((jobs) => jobs.nudge("keep-time", span)));
  expect((await stored()).map(({ name, data }) => ({ name, data }))).toEqual([
    { name: "keep-time", data: {} },
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
