import {
  endRequests,
  finishClosure,
  queueNotices,
  type Round,
  sendClosingLetters,
  severRound,
} from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { KindOfLetter } from "~/platform/feature/kind-of-letter.ts";
import type { Platform } from "~/platform/platform.server.ts";

/** Who is told that what they asked for is there, by which letter, and where they read it. */
type Ready = { kind: KindOfLetter; personId: string; path: string };

/**
 * Cuts every tie between the answers of a round and its raters, once what may be told of it is kept: not even counts
 * are left, since counts of two rounds beside each other tell more than either. Whom it is about reads it at
 * once; nobody lets it out.
 */
export async function finishRound(
  platform: Platform,
  tx: Tx,
  round: Round,
  { kind, personId, path }: Ready,
): Promise<void> {
  await severRound(platform, tx, round, []);
  await sendClosingLetters(platform, tx, round);
  await endRequests(tx, round);
  await finishClosure(tx, round, platform.clock.now());
  await queueNotices(platform, tx, round, { kind, untilClosed: false }, [{ personId, path }]);
}
