import type { Platform } from "~/platform/platform.server.ts";
import { keepLastDay } from "./session-store.server.ts";

const HOUR_MS = 3_600_000;
/** What a process holds of an hour; more than that many at once are written down before. */
const MOST = 10_000;

type Used = { id: string; lastDay: string };

/**
 * On which day a session was last used, noted by the hour and all together, in the order of their ids, which are
 * random. Whoever holds the database learns neither when somebody was here nor after whom: raters sign in to answer. A
 * process that ends takes an hour's notes with it, which then are made at the next use.
 */
export function noteLastUse() {
  let noted = new Map<string, Used>();
  let since: number | null = null;
  return async (
    { database, clock }: Pick<Platform, "database" | "clock">,
    session: { id: string; updatedAt: Date },
  ): Promise<void> => {
    const now = clock.now();
    const lastDay = now.toISOString().slice(0, 10);
    if (session.updatedAt.toISOString().slice(0, 10) < lastDay)
      noted.set(session.id, { id: session.id, lastDay });
    if (noted.size === 0) return;
    since ??= now.getTime();
    if (now.getTime() - since < HOUR_MS && noted.size < MOST) return;
    const all = [...noted.values()];
    noted = new Map();
    since = null;
    await keepLastDay(
      database,
      all.sort((one, other) => (one.id < other.id ? -1 : 1)),
    );
  };
}
