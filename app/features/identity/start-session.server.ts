import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import { deviceCookie } from "./known-device.server.ts";
import { credentialOf } from "./passwords/credential-reads.server.ts";
import { replaceHash } from "./passwords/credential-store.server.ts";
import { hashPassword, isOldHash } from "./passwords/hash-password.server.ts";
import type { Visitor } from "./visitor.server.ts";

export type StartedSession = {
  /** The cookies to set. */
  headers: Headers;
  accountId: string;
  token: string;
};

/**
 * Checks a password and starts a session; null when it is not the right one. For an unknown address better-auth hashes
 * the password as well. Counts nothing: that is for whoever calls it.
 */
export async function startSession(
  platform: Pick<Platform, "database" | "secret" | "publicUrl">,
  auth: Auth,
  visitor: Visitor,
  credentials: { email: string; password: string },
): Promise<StartedSession | null> {
  const headers = new Headers(visitor.device ? { "user-agent": visitor.device } : {});
  const response = await auth.api.signInEmail({ body: credentials, headers, asResponse: true });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`better-auth answered a sign-in with ${response.status}`);
  const cookies = cookiesOf(response);
  cookies.append("Set-Cookie", await deviceCookie(platform, visitor.cookies, credentials.email));
  const started: { token: string; user: { id: string } } = await response.json();
  await hashAnew(platform, started.user.id, credentials.password);
  return { headers: cookies, accountId: started.user.id, token: started.token };
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

/** Only the cookies of one of better-auth's answers. */
export function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}
