import type { NewMessage } from "~/features/letters/index.server.ts";
import { type NoticeRound, noticeLetters } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { reportReady } from "./kinds.ts";

/** One letter per participant: the report can be read. */
export function reportLetters(
  platform: Platform,
  tx: Tx,
  cycle: NoticeRound,
  personIds: readonly string[],
): Promise<NewMessage[]> {
  const recipients = personIds.map((personId) => ({ personId, path: "/reports" }));
  const notice = { kind: reportReady, untilClosed: false };
  return noticeLetters(platform, tx, cycle, notice, recipients);
}
