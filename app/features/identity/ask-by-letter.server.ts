import { newId } from "~/platform/db/ids.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { countTries, type TooMany } from "./count-tries.server.ts";
import { accountWithAddress } from "./passwords/credential-reads.server.ts";
import type { Bucket } from "./try-store.server.ts";

export type AskingByLetter = Pick<Platform, "database" | "jobs" | "secret" | "clock">;

/**
 * Asks for a letter with a link to the account of an address. Whether there is one is told neither by the answer nor by
 * the time it takes: a letter, if there is one to be sent, is written later, by a job that is made for every address.
 */
export async function askByLetter(
  platform: AskingByLetter,
  buckets: readonly Bucket[],
  email: string,
  about: "forgotten" | "sign-in",
): Promise<{ ok: true } | TooMany> {
  const { database, jobs } = platform;
  const counted = await countTries(platform, buckets, async (): Promise<Outcome<void, "asked">> => {
    const accountId = (await accountWithAddress(database, email)) ?? newId();
    await database
      .transaction()
      .execute((tx) => jobs.enqueue(tx, "account-letter", [{ accountId, about }]));
    // Each try counts, whatever comes of it: what is sent is somebody's post.
    return refuse("asked");
  });
  return !counted.ok && counted.reason === "too-many" ? counted : { ok: true };
}
