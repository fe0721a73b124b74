import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openDatabase } from "~/platform/db/database.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/database/test-database.ts";
import { countTries } from "./count-tries.server.ts";
import type { TryLimitName } from "./domain/try-limits.ts";
import { forgetOldTries } from "./forget-old-tries.server.ts";
import type { Bucket } from "./try-store.server.ts";

const MINUTE = 60_000;
const NOON = Date.parse("2026-03-02T12:00:00Z");

let db: TestDatabase;
let other: ReturnType<typeof openDatabase>;
let looked = 0;

beforeAll(async () => {
  db = await createTestDatabase();
  other = openDatabase(db.appUrl, 5);
});
beforeEach(async () => {
  looked = 0;
  vi.useFakeTimers({ toFake: ["Date"], now: NOON });
  await db.owner.query("TRUNCATE auth.tries");
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await other.close();
  await db.close();
});

const look = (right: boolean) => async (): Promise<Outcome<string, "wrong">> => {
  looked += 1;
  return right ? accept("in") : refuse("wrong");
};
const offer = (right: boolean, limit: TryLimitName, key = "someone", ...more: Bucket[]) =>
  countTries(db.platform, [{ limit, key }, ...more], look(right));
const miss = (limit: TryLimitName, key?: string) => offer(false, limit, key);
const missOften = async (times: number, limit: TryLimitName) => {
  for (let time = 0; time < times; time += 1)
    expect(await miss(limit)).toEqual({ ok: false, reason: "wrong" });
};
const wait = (seconds: number) => ({ ok: false, reason: "too-many", seconds });
const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * MINUTE);

test("of five hundred tries at once, by two processes, exactly as many are looked at as the limit allows", async () => {
  const processes = [db.platform, { database: other.database }];
  const outcomes = await Promise.all(
    Array.from({ length: 500 }, (_, n) =>
      countTries(processes[n % 2]!, [{ limit: "device", key: "someone" }], look(false)),
    ),
  );
  expect(looked).toBe(10);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "wrong")).toHaveLength(10);
  expect(await miss("device")).toEqual(wait(60));
  expect(looked).toBe(10);
});

test("ten misses cost a wait, which grows with every further one up to a quarter of an hour, and the day ends it", async () => {
  await missOften(10, "accountFromClient");
  for (const minutes of [1, 2, 4, 8, 15, 15, 15]) {
    expect(await miss("accountFromClient")).toEqual(wait(minutes * 60));
    later(minutes - 0.5);
    expect(await miss("accountFromClient")).toEqual(wait(30));
    later(0.5);
    expect(await miss("accountFromClient")).toEqual({ ok: false, reason: "wrong" });
  }
  later(24 * 60);
  await missOften(10, "accountFromClient");
  expect(await miss("accountFromClient")).toEqual(wait(60));
});

test("when a wait is over, one of many who come at once is looked at", async () => {
  await missOften(10, "device");
  later(1);
  looked = 0;
  await Promise.all(Array.from({ length: 50 }, () => miss("device")));
  expect(looked).toBe(1);
  expect(await miss("device")).toEqual(wait(120));
});

test("waiting for one thing keeps nobody from another", async () => {
  await missOften(10, "device");
  expect(await miss("device", "someone else")).toEqual({ ok: false, reason: "wrong" });
  expect(await miss("link")).toEqual({ ok: false, reason: "wrong" });
});

test("what is right costs nothing, as often as it comes", async () => {
  for (let time = 0; time < 150; time += 1)
    expect(await offer(true, "client")).toEqual({ ok: true, value: "in" });
  await missOften(100, "client");
  expect(await offer(true, "client")).toEqual(wait(60));
});

test("where being right proves who it was, earlier misses are forgotten; elsewhere they stay", async () => {
  for (const [limit, free] of [
    ["device", 10],
    ["client", 100],
  ] as const) {
    await missOften(free - 1, limit);
    expect(await offer(true, limit)).toMatchObject({ ok: true });
    expect(await miss(limit)).toEqual({ ok: false, reason: "wrong" });
    expect(await miss(limit)).toEqual(
      limit === "device" ? { ok: false, reason: "wrong" } : wait(60),
    );
  }
});

test("someone who waited their turn and is right leaves no wait to those after them", async () => {
  await missOften(100, "client");
  later(1);
  expect(await offer(true, "client")).toMatchObject({ ok: true });
  expect(await miss("client")).toEqual({ ok: false, reason: "wrong" });
  expect(await miss("client")).toEqual(wait(120));
});

test("a try that one limit refuses is not counted for the others, nor looked at", async () => {
  await missOften(100, "client");
  looked = 0;
  const client: Bucket = { limit: "client", key: "someone" };
  for (let time = 0; time < 20; time += 1)
    expect(await offer(true, "accountFromClient", "ana", client)).toEqual(wait(60));
  expect(looked).toBe(0);
  expect(await miss("accountFromClient", "ana")).toEqual({ ok: false, reason: "wrong" });
});

test("what limits nobody any more is deleted, and nothing else", async () => {
  await missOften(1, "client");
  await missOften(10, "device");
  const left = async () =>
    (await db.owner.query("SELECT key FROM auth.tries ORDER BY key")).rows.map(({ key }) => key);
  db.platform.clock.set(new Date(NOON));
  await forgetOldTries(db.platform);
  expect(await left()).toHaveLength(4);
  db.platform.clock.set(new Date(NOON + 61 * MINUTE));
  await forgetOldTries(db.platform);
  expect(await left()).toEqual(["device waits:someone", "device:someone"]);
});

test("no statement stays prepared on a connection, so that a pooler may give it to anybody", async () => {
  await missOften(10, "device");
  await offer(true, "client");
  const left = await Promise.all(
    Array.from({ length: 5 }, () =>
      sql<{ name: string }>`SELECT name, pg_sleep(0.05) FROM pg_prepared_statements`.execute(
        db.platform.database,
      ),
    ),
  );
  expect(left.flatMap(({ rows }) => rows)).toEqual([]);
});
