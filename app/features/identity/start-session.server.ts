import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import { elsewhereOf, sessionCookies } from "./let-in.server.ts";
import { type Credential, credentialOf } from "./passwords/credential-reads.server.ts";
import { replaceHash } from "./passwords/credential-store.server.ts";
import { hashPassword, isOldHash } from "./passwords/hash-password.server.ts";
import { keepProvenAccount } from "./proven-account.server.ts";
import type { Present } from "./resolve-session.server.ts";
import { factorOf } from "./second-factor/second-factor-store.server.ts";
import { keepSecondStep } from "./second-factor/second-step-cookie.server.ts";
import type { SignedInBy } from "./signed-in-by.ts";
import type { Visitor } from "./visitor.server.ts";

/** What a right password brings: a session, or the question for a code. */
export type StartedSession = {
  /** The cookies to set. */
  headers: Headers;
  accountId: string;
  /** Of the session; null where a second step is needed first. */
  token: string | null;
};

type Parts = Pick<Platform, "clock" | "database" | "secret" | "publicUrl">;

/**
 * Checks a password and starts a session, or the second step where the account has one; null when it is not the right
 * one. For an unknown address better-auth hashes the password as well. Counts nothing: that is for whoever calls it.
 */
export async function startSession(
  platform: Parts,
  auth: Auth,
  visitor: Visitor,
  credentials: { email: string; password: string },
): Promise<StartedSession | null> {
  const headers = new Headers(visitor.device ? { "user-agent": visitor.device } : {});
  const response = await auth.api.signInEmail({ body: credentials, headers, asResponse: true });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`better-auth answered a sign-in with ${response.status}`);
  const started: { token: string; user: { id: string } } = await response.json();
  const accountId = started.user.id;
  await hashAnew(platform, accountId, credentials.password);
  if (await factorOf(platform.database, accountId)) {
    // better-auth asks for nothing else: what it started must open nothing.
    const { internalAdapter } = await auth.$context;
    await internalAdapter.deleteSession(started.token);
    return { headers: await secondStep(platform, accountId), accountId, token: null };
  }
  const { token } = started;
  const cookies = await sessionCookies(platform, visitor, {
    email: credentials.email,
    response,
    token,
  });
  return { headers: cookies, accountId, token };
}

/**
 * What a right password brings its browser, of an account that is in somewhere: no session where all that it may enter
 * demand their own providers, and for a moment the proof whose it is. Where a code is still to come, that is looked at
 * with it.
 */
export async function unlessShut(
  platform: Parts,
  auth: Auth,
  { headers, accountId, token }: StartedSession,
  present: readonly Present[],
): Promise<SignedInBy> {
  const elsewhere = elsewhereOf(present);
  if (token === null || elsewhere === null) return { headers, isWhole: token !== null };
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteSession(token);
  const proven = await keepProvenAccount(platform, await ownCredential(platform, accountId));
  return { headers: new Headers({ "Set-Cookie": proven }), isWhole: true, elsewhere };
}

async function secondStep(platform: Parts, accountId: string): Promise<Headers> {
  const credential = await ownCredential(platform, accountId);
  return new Headers({ "Set-Cookie": await keepSecondStep(platform, credential) });
}

async function ownCredential(
  { database }: Pick<Platform, "database">,
  accountId: string,
): Promise<Credential> {
  const credential = await credentialOf(database, accountId);
  if (!credential) throw new Error("an account that signed in with a password has none");
  return credential;
}

/** Hashes a password that is known this moment as they are hashed now. */
async function hashAnew(
  { database }: Pick<Platform, "database">,
  accountId: string,
  password: string,
): Promise<void> {
  const known = (await credentialOf(database, accountId))?.hash;
  if (known === undefined || !isOldHash(known)) return;
  await replaceHash(database, accountId, { known, hash: await hashPassword(password) });
}
