import { beginClosing, type Round } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** Begins the closing of a round that somebody asked for; nobody can open it again. */
export function takeNoMore(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  round: Round,
  requestedBy: Parameters<typeof beginClosing>[2]["requestedBy"],
): Promise<void> {
  const now = clock.now();
  return beginClosing(tx, round, { scoresAt: now, total: 1, requestedBy, requestedAt: now });
}
