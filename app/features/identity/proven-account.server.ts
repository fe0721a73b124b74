import { z } from "zod";
import { ownCookie } from "~/platform/http/own-cookie.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import { type Credential, credentialOf } from "./passwords/credential-reads.server.ts";
import { credentialMark } from "./second-factor/second-step-cookie.server.ts";
import { ownSession } from "./sessions/own-session.server.ts";
import { originOf } from "./sessions/session-origin-store.server.ts";
import { readClaims, signClaims } from "./signed-claims.server.ts";

const PURPOSE = "proven account";
const MINUTES = 10;

const claimed = z.object({
  accountId: z.string(),
  until: z.iso.datetime(),
  /** Of the password that was in use: changed meanwhile, this has ended. */
  mark: z.string(),
});

const cookie = ownCookie("twohats-proven", /^[\w.-]+$/, { httpOnly: true, maxAge: MINUTES * 60 });

/**
 * Keeps with a browser for a moment that an account is its owner's, with all steps, where no session begins because all
 * that it enters demands a provider. It opens nothing: by it the provider learns which account it is to open.
 */
export function keepProvenAccount(
  { clock, secret, publicUrl }: Pick<Platform, "clock" | "secret" | "publicUrl">,
  credential: Credential,
): Promise<string> {
  const until = new Date(clock.now().getTime() + MINUTES * 60_000).toISOString();
  const { accountId } = credential;
  const claims = { accountId, until, mark: credentialMark(secret, credential) };
  const secure = publicUrl.startsWith("https:");
  return cookie.keep(signClaims(secret, PURPOSE, claims), { secure });
}

/**
 * The account that this browser showed to be its owner's by something of the account's own; null for none. A session by
 * a provider shows nothing of the kind: its organisation speaks for nobody's account elsewhere.
 */
export async function accountShown(
  platform: Pick<Platform, "clock" | "secret" | "database">,
  auth: Auth,
  headers: Headers,
): Promise<string | null> {
  const session = await ownSession(auth, headers);
  if (session && (await originOf(platform.database, session.token)) === null)
    return session.accountId;
  return provenAccount(platform, headers.get("cookie"));
}

/** The account that was proved in this browser a moment ago. */
async function provenAccount(
  { clock, secret, database }: Pick<Platform, "clock" | "secret" | "database">,
  cookies: string | null,
): Promise<string | null> {
  const value = await cookie.read(cookies);
  const signed = value === null ? null : readClaims(secret, PURPOSE, value);
  if (signed === null) return null;
  const { accountId, until, mark } = claimed.parse(signed);
  if (new Date(until) <= clock.now()) return null;
  const credential = await credentialOf(database, accountId);
  return credential && credentialMark(secret, credential) === mark ? accountId : null;
}
