import type { NewMessage } from "~/features/letters/index.server.ts";
import { noticeLetters } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { nomination } from "./kinds.ts";

/** One letter per participant: look at who was suggested, by when, and where. */
export function nominationLetters(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  participants: readonly { id: string; personId: string }[],
): Promise<NewMessage[]> {
  const recipients = participants.map(({ id, personId }) => ({
    personId,
    path: `/nominations/${id}`,
  }));
  const dates = { date: cycle.nominateBy };
  return noticeLetters(platform, tx, cycle, { kind: nomination, dates }, recipients);
}
