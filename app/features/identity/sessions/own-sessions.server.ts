import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import { type DeviceName, namedDevice } from "./device-name.ts";
import { ownSession } from "./own-session.server.ts";
import { openSessions } from "./session-reads.server.ts";

export type SessionView = DeviceName & {
  id: string;
  /** Calendar dates in UTC: on which day, and not when. */
  since: string;
  lastDay: string;
  /** The one that asks. */
  own: boolean;
};

/** Where whoever asks is signed in, this device first; null for nobody. */
export async function ownSessions(
  { database, clock }: Pick<Platform, "database" | "clock">,
  auth: Auth,
  headers: Headers,
): Promise<SessionView[] | null> {
  const own = await ownSession(auth, headers);
  if (!own) return null;
  const sessions = await openSessions(database, own.accountId, clock.now());
  return sessions
    .map(({ device, ...session }) => ({
      ...session,
      ...namedDevice(device),
      own: session.id === own.id,
    }))
    .sort((one, other) => Number(other.own) - Number(one.own));
}
