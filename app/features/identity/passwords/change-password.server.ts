import { z } from "zod";
import {
  type Outcome,
  type Problems,
  type Refusal,
  refuse,
  refuseInput,
} from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import { countPasswordTries, type TooMany } from "../count-tries.server.ts";
import { ownSession } from "../sessions/own-session.server.ts";
import { passwordBuckets } from "../try-buckets.server.ts";
import type { Visitor } from "../visitor.server.ts";
import { chosenPasswordProblem } from "./chosen-password.server.ts";
import { credentialOf } from "./credential-reads.server.ts";
import { verifyPassword } from "./hash-password.server.ts";
import { replacePassword } from "./replace-password.server.ts";

export const changePasswordInput = z.object({
  current: z.string().min(1, "missing"),
  password: z.string().default(""),
});

/**
 * Changes the password of whoever is signed in, by the one they have, and ends their sessions everywhere else.
 * `headers` are the request's: they say which session stays.
 */
export async function changePassword(
  platform: Pick<Platform, "database" | "jobs" | "secret" | "clock">,
  auth: Auth,
  visitor: Visitor,
  headers: Headers,
  { current, password }: z.output<typeof changePasswordInput>,
): Promise<{ ok: true } | Problems | Refusal<"busy" | "unknown"> | TooMany> {
  const session = await ownSession(auth, headers);
  const credential = session && (await credentialOf(platform.database, session.accountId));
  if (!credential) return refuse("unknown");
  const { email, name, hash } = credential;
  const problem = chosenPasswordProblem(password, [email, name]);
  if (problem !== null) return refuseInput({ field: "password", code: problem });
  if (current === password) return refuseInput({ field: "password", code: "same" });
  const outcome = await countPasswordTries(
    platform,
    await passwordBuckets(platform, visitor, email),
    async (): Promise<Outcome<void, "wrong">> => {
      if (!(await verifyPassword({ hash, password: current }))) return refuse("wrong");
      const stays = session.token;
      return (await replacePassword(platform, credential, { password, stays }))
        ? { ok: true }
        : refuse("wrong");
    },
  );
  if (outcome.ok) return { ok: true };
  return outcome.reason === "wrong" ? refuseInput({ field: "current", code: "wrong" }) : outcome;
}
