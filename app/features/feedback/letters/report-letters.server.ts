import type { NewMessage } from "~/features/letters/index.server.ts";
import { readersOf } from "~/features/rounds/domain/index.ts";
import { type NoticeRound, noticeLetters } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { reportReady } from "./kinds.ts";

type Settled = { releaseMode: string | null; hrKeepsReports: boolean };

/** One letter per participant: the report can be read, and by whom. */
export function reportLetters(
  platform: Platform,
  tx: Tx,
  cycle: NoticeRound & Settled,
  participants: readonly { personId: string; coachId: string | null }[],
): Promise<NewMessage[]> {
  const recipients = participants.map(({ personId, coachId }) => {
    const readers = readersOf({ ...cycle, coached: coachId !== null });
    return { personId, path: "/reports", words: { readers: `readers:you.${readers}` } };
  });
  const notice = { kind: reportReady, untilClosed: false };
  return noticeLetters(platform, tx, cycle, notice, recipients);
}
