import type { Auth } from "../auth.server.ts";

export type OwnSession = { id: string; token: string; accountId: string };

/** The session that a request came with; null when it came with none. */
export async function ownSession(auth: Auth, headers: Headers): Promise<OwnSession | null> {
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!found) return null;
  const { id, token, userId } = found.session;
  return { id, token, accountId: userId };
}
