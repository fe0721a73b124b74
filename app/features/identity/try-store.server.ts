import { CompiledQuery, sql } from "kysely";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "~/platform/db/database.server.ts";
import { minutesToWait, type TryLimit, type TryLimitName, tryLimits } from "./domain/try-limits.ts";

/** What tries are counted for: a limit, and the keyed hash of whom it limits. */
export type Bucket = { limit: TryLimitName; key: string };

/** A try that was counted, and whether it used up a wait. */
export type CountedTry = { bucket: Bucket; waited: boolean };

/** Seconds until the next try of a bucket; 0 when there is no need to wait. Counts nothing. */
export async function secondsToWait(database: Database, bucket: Bucket): Promise<number> {
  const { wait } = countersOf(database, bucket);
  const found = await wait.get(bucket.key);
  return found && found.consumedPoints > 0 ? seconds(found) : 0;
}

/**
 * Counts a try, in one statement that no two processes can do at the same moment: whatever the number of tries at
 * once, only as many as the limit allows come through. @returns seconds to wait when it must not be made.
 */
export async function countTry(database: Database, bucket: Bucket): Promise<CountedTry | number> {
  const limit: TryLimit = tryLimits[bucket.limit];
  const { tries, wait, waits } = countersOf(database, bucket);
  if ((await granted(() => tries.consume(bucket.key))) === null) return { bucket, waited: false };
  const before = (await waits.get(bucket.key))?.consumedPoints ?? 0;
  const customDuration = minutesToWait(limit, before) * 60;
  const refused = await granted(() => wait.consume(bucket.key, 1, { customDuration }));
  if (refused) return seconds(refused);
  await waits.penalty(bucket.key);
  return { bucket, waited: true };
}

/** Forgets a try that was right, and all of them where it proves who made them. */
export async function forgiveTry(database: Database, counted: CountedTry): Promise<void> {
  if (!tryLimits[counted.bucket.limit].forgiving) return takeBackTry(database, counted);
  const { key } = counted.bucket;
  const { tries, wait, waits } = countersOf(database, counted.bucket);
  for (const each of [tries, wait, waits]) await each.delete(key);
}

/** Makes a try that was counted as good as not made. */
export async function takeBackTry(
  database: Database,
  { bucket, waited }: CountedTry,
): Promise<void> {
  const { tries, wait, waits } = countersOf(database, bucket);
  await tries.reward(bucket.key);
  if (!waited) return;
  await waits.reward(bucket.key);
  await wait.delete(bucket.key);
}

/** Deletes what no longer limits anybody. */
export async function deleteOldTries({ database }: { database: Database }, now: Date) {
  await sql`DELETE FROM auth.tries WHERE expire < ${now.getTime()}`.execute(database);
}

/** Tries made; the wait that runs now, if any; waits there were. */
function countersOf(database: Database, { limit }: Bucket) {
  const { tries, hours }: TryLimit = tryLimits[limit];
  const day = hours * 3_600;
  return {
    tries: counter(database, limit, tries - 1, day),
    wait: counter(database, `${limit} wait`, 1, day),
    waits: counter(database, `${limit} waits`, Number.MAX_SAFE_INTEGER, day),
  };
}

function counter(database: Database, keyPrefix: string, points: number, duration: number) {
  return new RateLimiterPostgres({
    storeClient: { query: (statement: Statement) => run(database, statement) },
    storeType: "client",
    schemaName: "auth",
    tableName: "tries",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration,
  });
}

type Statement = { text: string; values: unknown[] };

/**
 * Through our own connections and without the name it gives a statement: a pooler may hand the next one to another
 * server process.
 */
async function run(database: Database, { text, values }: Statement) {
  const { rows, numAffectedRows } = await database.executeQuery(CompiledQuery.raw(text, values));
  return { rows, rowCount: numAffectedRows === undefined ? rows.length : Number(numAffectedRows) };
}

/** null when points were left, otherwise what is known about the refusal. */
async function granted(consume: () => Promise<RateLimiterRes>): Promise<RateLimiterRes | null> {
  try {
    await consume();
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}

function seconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(Math.ceil(msBeforeNext / 1_000), 1);
}
