import { recordAudit } from "~/features/identity/index.server.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { isPastClosing, type RoundKind, recordedAs } from "../domain/round.ts";
import { lockAnyRound, roundsByThemselves, updateRound } from "../store/round-store.server.ts";

/** How many rounds stand still since nobody could get in on the day that was set for them. */
export type Missed = {
  /** Their last day passed: they close when HR closes them. */
  overdue: number;
  /** The day on which their reports were to be released passed: they are when HR releases them. */
  unreleased: number;
};

/**
 * Takes from the clock what it would have done to rounds on days that passed while an organisation was suspended: HR
 * sees what stands still and decides. In the transaction in which people are let in again.
 */
export async function restMissedRounds(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  by: { organisationId: string; accountId: string },
): Promise<Missed> {
  const today = todayFor(platform, await organisationZone(tx, by));
  const missed: Missed = { overdue: 0, unreleased: 0 };
  for (const id of await roundsByThemselves(tx, by)) {
    const round = await lockAnyRound(tx, by, id);
    if (!round) continue;
    const { state, closesItself, releaseMode, releaseOn } = round;
    const overdue = state === "collecting" && closesItself && isPastClosing(round, today);
    const over = state === "closing" || state === "closed";
    const unreleased = over && releaseMode === "date" && releaseOn !== null && releaseOn <= today;
    if (overdue) await updateRound(tx, round, { closesItself: false });
    if (unreleased) await updateRound(tx, round, { releaseMode: "hr" });
    if (!overdue && !unreleased) continue;
    missed[overdue ? "overdue" : "unreleased"] += 1;
    await recordAudit(platform, tx, by, {
      action: `${recordedAs[round.kind as RoundKind]}.left-to-hr`,
      subjectKind: recordedAs[round.kind as RoundKind],
      subjectId: id,
    });
  }
  return missed;
}
