import { z } from "zod";
import { newId } from "~/platform/db/ids.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { countTries, type TooMany } from "../count-tries.server.ts";
import { LONGEST_EMAIL } from "../domain/fields.ts";
import { newPasswordBuckets } from "../try-buckets.server.ts";
import type { Visitor } from "../visitor.server.ts";
import { accountWithAddress } from "./credential-reads.server.ts";

export const askNewPasswordInput = z.object({
  email: z.string("missing").trim().max(LONGEST_EMAIL, "missing").pipe(z.email("missing")),
});

/**
 * Somebody forgot the password of this address. Whether it has an account is told neither by the answer nor by the time
 * it takes: a letter to it, if there is one to be sent, is written later, by a job that is made for every address.
 */
export async function askNewPassword(
  platform: Pick<Platform, "database" | "jobs" | "secret" | "clock">,
  visitor: Visitor,
  { email }: z.output<typeof askNewPasswordInput>,
): Promise<{ ok: true } | TooMany> {
  const { database, jobs } = platform;
  const counted = await countTries(
    platform,
    newPasswordBuckets(platform, visitor, email),
    async (): Promise<Outcome<void, "asked">> => {
      const accountId = (await accountWithAddress(database, email)) ?? newId();
      await database
        .transaction()
        .execute((tx) => jobs.enqueue(tx, "account-letter", [{ accountId, about: "forgotten" }]));
      // Each try counts, whatever comes of it: what is sent is somebody's post.
      return refuse("asked");
    },
  );
  return !counted.ok && counted.reason === "too-many" ? counted : { ok: true };
}
