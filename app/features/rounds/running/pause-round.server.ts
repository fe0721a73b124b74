import type { Actor } from "~/features/identity/index.ts";
import { withdrawMessages } from "~/features/letters/index.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayRunRound } from "../domain/may-run-rounds.ts";
import { isCollecting } from "../domain/round.ts";
import { changeAnyRound } from "../store/change-round.server.ts";

/**
 * Takes no answers and sends no reminders until the round goes on; what was answered stays. Done twice, it is done
 * once.
 */
export function pauseRound(platform: Platform, actor: Actor, roundId: string) {
  return setPaused(platform, actor, roundId, true);
}

/** Takes answers again after a pause. The closing date stands. */
export function resumeRound(platform: Platform, actor: Actor, roundId: string) {
  return setPaused(platform, actor, roundId, false);
}

function setPaused(platform: Platform, actor: Actor, roundId: string, paused: boolean) {
  const change = {
    may: mayRunRound,
    from: isCollecting,
    late: "not-collecting",
    did: paused ? "paused" : "resumed",
  } as const;
  return changeAnyRound(platform, actor, roundId, change, async (tx, round) => {
    if (round.paused === paused) return { ok: true, value: undefined, unchanged: true };
    // What such a letter says of other rounds is said by `standInForReminders`.
    if (paused) await withdrawMessages(tx, actor, "reminder", { about: roundId });
    return { ok: true, value: undefined, set: { paused } };
  });
}
