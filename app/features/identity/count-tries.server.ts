import { type Outcome, type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { createGate } from "./gate.ts";
import {
  type Bucket,
  type CountedTry,
  countTry,
  forgiveTry,
  secondsToWait,
  takeBackTry,
} from "./try-store.server.ts";

/** Refused without having been looked at; `seconds` until another try. */
export type TooMany = Refusal<"too-many"> & { seconds: number };

type Checked<Value, Reason extends string> = Outcome<Value, Reason> | TooMany;

/**
 * Passwords are hashed in Node's pool of four threads, about a tenth of a second each on one core. Two at once leave
 * threads and cores to everything else; fifty wait a few seconds at most.
 */
const hashing = createGate({ atOnce: 2, waiting: 50 });

/** Does what hashes a password when it is its turn. Refuses when too many wait for theirs. */
export async function inTurn<Result>(
  work: () => Promise<Result>,
): Promise<Result | Refusal<"busy">> {
  return (await hashing.run(work)) ?? refuse("busy");
}

/**
 * Checks a secret that somebody offers. The try is counted before it is looked at, whatever else happens at the same
 * moment, and forgiven when it was right. What has to wait is refused without a look.
 */
export async function countTries<Value, Reason extends string>(
  { database }: Pick<Platform, "database">,
  buckets: readonly Bucket[],
  check: () => Promise<Outcome<Value, Reason>>,
): Promise<Checked<Value, Reason>> {
  const counted: CountedTry[] = [];
  for (const bucket of buckets) {
    const taken = await countTry(database, bucket);
    if (typeof taken === "number") {
      for (const each of counted) await takeBackTry(database, each);
      return tooMany(taken);
    }
    counted.push(taken);
  }
  const outcome = await check();
  if (outcome.ok) for (const each of counted) await forgiveTry(database, each);
  return outcome;
}

/**
 * The same for what hashes a password: only a few are looked at together, and those who have to wait don't stand in the
 * way.
 */
export async function countPasswordTries<Value, Reason extends string>(
  platform: Pick<Platform, "database">,
  buckets: readonly Bucket[],
  check: () => Promise<Outcome<Value, Reason>>,
): Promise<Checked<Value, Reason> | Refusal<"busy">> {
  for (const bucket of buckets) {
    const seconds = await secondsToWait(platform.database, bucket);
    if (seconds > 0) return tooMany(seconds);
  }
  return inTurn(() => countTries(platform, buckets, check));
}

function tooMany(seconds: number): TooMany {
  return { ...refuse("too-many"), seconds };
}
