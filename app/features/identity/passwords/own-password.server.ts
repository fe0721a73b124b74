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
import { type Credential, credentialOf } from "./credential-reads.server.ts";
import { verifyPassword } from "./hash-password.server.ts";

/** The account of whoever asks, with the token of the session they ask with. */
export type OwnCredential = Credential & { token: string };

/** `headers` are the request's; null for nobody, and for an account without a password. */
export async function ownCredential(
  { database }: Pick<Platform, "database">,
  auth: Auth,
  headers: Headers,
): Promise<OwnCredential | null> {
  const session = await ownSession(auth, headers);
  const credential = session && (await credentialOf(database, session.accountId));
  return credential ? { ...credential, token: session.token } : null;
}

/**
 * Whether somebody who is signed in knows their password, too. A wrong one is a problem of the field `current`. `then`
 * is done in the same turn, and may find that it is wrong by now.
 */
export async function provePassword(
  platform: Pick<Platform, "database" | "secret" | "clock">,
  visitor: Visitor,
  { email, hash }: Credential,
  current: string,
  then: () => Promise<boolean> = async () => true,
): Promise<{ ok: true } | Problems | Refusal<"busy"> | TooMany> {
  const outcome = await countPasswordTries(
    platform,
    await passwordBuckets(platform, visitor, email),
    async (): Promise<Outcome<void, "wrong">> => {
      const isRight = await verifyPassword({ hash, password: current });
      return isRight && (await then()) ? { ok: true } : refuse("wrong");
    },
  );
  if (outcome.ok || outcome.reason !== "wrong") return outcome;
  return refuseInput({ field: "current", code: "wrong" });
}
