import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "./auth.server.ts";
import { deviceCookie } from "./known-device.server.ts";
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
  platform: Pick<Platform, "secret" | "publicUrl">,
  auth: Auth,
  visitor: Visitor,
  credentials: { email: string; password: string },
): Promise<StartedSession | null> {
  const response = await auth.api.signInEmail({ body: credentials, asResponse: true });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`better-auth answered a sign-in with ${response.status}`);
  const headers = cookiesOf(response);
  headers.append("Set-Cookie", await deviceCookie(platform, visitor.cookies, credentials.email));
  const started: { token: string; user: { id: string } } = await response.json();
  return { headers, accountId: started.user.id, token: started.token };
}

/** Only the cookies of one of better-auth's answers. */
export function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return headers;
}
