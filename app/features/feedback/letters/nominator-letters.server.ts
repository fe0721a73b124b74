import type { NewMessage } from "~/features/letters/index.server.ts";
import { noticeLetters } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { teamNomination } from "./kinds.ts";
import { nominationLetters } from "./nomination-letters.server.ts";

type Participant = { id: string; personId: string; managerId: string | null };

/**
 * Letters to whoever makes the lists of these participants: themselves, their managers (one letter each), or, for HR,
 * nobody.
 */
export async function nominatorLetters(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  participants: readonly Participant[],
): Promise<NewMessage[]> {
  if (cycle.nominatedBy === "participant")
    return nominationLetters(platform, tx, cycle, participants);
  if (cycle.nominatedBy !== "manager") return [];
  const managers = new Set(participants.flatMap(({ managerId }) => managerId ?? []));
  const recipients = [...managers].map((personId) => ({ personId, path: "/approvals" }));
  const dates = { date: cycle.nominateBy };
  return noticeLetters(platform, tx, cycle, { kind: teamNomination, dates }, recipients);
}
