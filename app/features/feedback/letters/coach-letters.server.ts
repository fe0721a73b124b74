import { queueMessages } from "~/features/letters/index.server.ts";
import { type NoticeRound, noticeLetters } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { reportToRead } from "./kinds.ts";

/** One letter per coach, naming everyone whose report waits for them to read it first. */
export async function tellCoaches(
  platform: Platform,
  tx: Tx,
  cycle: NoticeRound,
  participants: readonly { name: string; coachId: string }[],
): Promise<void> {
  const byCoach = Map.groupBy(participants, (each) => each.coachId);
  const recipients = [...byCoach].map(([personId, coached]) => ({
    personId,
    path: "/coaching",
    facts: { participant: coached.map((each) => each.name) },
    count: coached.length,
  }));
  const notice = { kind: reportToRead, untilClosed: false };
  await queueMessages(
    platform,
    tx,
    cycle,
    await noticeLetters(platform, tx, cycle, notice, recipients),
  );
}
