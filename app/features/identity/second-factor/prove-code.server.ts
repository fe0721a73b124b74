import { type Outcome, type Problems, refuse, refuseInput } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { countTries, type TooMany } from "../count-tries.server.ts";
import type { Credential } from "../passwords/credential-reads.server.ts";
import { codeBuckets } from "../try-buckets.server.ts";
import type { Visitor } from "../visitor.server.ts";
import { checkCode } from "./check-code.server.ts";

/** Whether somebody who is signed in has a code, too. A wrong one is a problem of the field `code`. */
export async function proveCode(
  platform: Platform,
  visitor: Visitor,
  { accountId, email }: Credential,
  code: string,
): Promise<{ ok: true } | Problems | TooMany> {
  const outcome = await countTries(
    platform,
    await codeBuckets(platform, visitor, email),
    async (): Promise<Outcome<void, "wrong">> =>
      (await checkCode(platform, accountId, code)) ? { ok: true } : refuse("wrong"),
  );
  if (outcome.ok || outcome.reason !== "wrong") return outcome;
  return refuseInput({ field: "code", code: "wrong" });
}
