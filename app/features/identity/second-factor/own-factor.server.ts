import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import { ownSession } from "../sessions/own-session.server.ts";
import { factorOf } from "./second-factor-store.server.ts";

/** A second factor as its owner sees it: since when, and how many recovery codes are left. */
export type FactorView = { since: string; left: number };

/** The second factor of whoever asks; null for nobody. */
export async function ownFactor(
  { database }: Pick<Platform, "database">,
  auth: Auth,
  headers: Headers,
): Promise<{ factor: FactorView | null } | null> {
  const session = await ownSession(auth, headers);
  if (!session) return null;
  const factor = await factorOf(database, session.accountId);
  return { factor: factor && { since: factor.since, left: factor.left } };
}
