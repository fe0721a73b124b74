import { z } from "zod";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Auth } from "../auth.server.ts";
import { ownSession } from "./own-session.server.ts";
import { deleteOtherSessions, deleteSession } from "./session-store.server.ts";

/** One session by its id, or every one but the own. */
export const endSessionInput = z.object({ session: z.string().min(1).max(64) });

/** Signs whoever asks out on another device, or on all others. Ending one twice is ending it once. */
export async function endSession(
  { database }: Pick<Platform, "database">,
  auth: Auth,
  headers: Headers,
  { session }: z.output<typeof endSessionInput>,
): Promise<Outcome<void, "unknown">> {
  const own = await ownSession(auth, headers);
  if (!own) return refuse("unknown");
  if (session === "others") await deleteOtherSessions(database, own.accountId, own.id);
  else if (session !== own.id) await deleteSession(database, own.accountId, session);
  return { ok: true };
}
