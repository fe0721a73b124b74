import { queueMessages } from "~/features/letters/index.server.ts";
import { releaseReportsAbout, unreleasedReports } from "~/features/reports/index.server.ts";
import { stateAfter } from "~/features/rounds/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleRow, updateCycle } from "../cycle/cycle-store.server.ts";
import type { ParticipantRow } from "../cycle/participant-store.server.ts";
import { reportLetters } from "../letters/report-letters.server.ts";

/**
 * Releases reports of a closed cycle, writes to those whom they are about, and counts the cycle as released once no
 * report is left. The cycle is locked by the caller. @returns how many reports, and how many letters.
 */
export async function releaseAbout(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  participants: readonly Pick<ParticipantRow, "id" | "personId" | "coachId">[],
): Promise<{ released: number; told: number }> {
  const ids = participants.map((each) => each.id);
  const about = await releaseReportsAbout(tx, cycle, ids, platform.clock.now());
  const told = participants.filter((each) => about.has(each.id));
  const letters = await reportLetters(platform, tx, cycle, told);
  await queueMessages(platform, tx, cycle, letters);
  const state = stateAfter(cycle.state, "release");
  if (state && (await unreleasedReports(tx, cycle)).size === 0)
    await updateCycle(tx, cycle, { state });
  return { released: about.size, told: letters.length };
}
