import type { Actor } from "~/features/identity/index.ts";
import { withdrawMessages } from "~/features/letters/index.server.ts";
import { isCollecting } from "~/features/rounds/domain/index.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";

/**
 * Takes no answers and sends no reminders until the cycle goes on; what was answered stays. Done twice, it is done
 * once.
 */
export function pauseCycle(platform: Platform, actor: Actor, cycleId: string) {
  return setPaused(platform, actor, cycleId, true);
}

/** Takes answers again after a pause. The closing date stands. */
export function resumeCycle(platform: Platform, actor: Actor, cycleId: string) {
  return setPaused(platform, actor, cycleId, false);
}

function setPaused(platform: Platform, actor: Actor, cycleId: string, paused: boolean) {
  const change = {
    may: mayRunRounds,
    from: isCollecting,
    late: "not-collecting",
    action: paused ? "cycle.paused" : "cycle.resumed",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    if (cycle.paused === paused) return { ok: true, value: undefined, unchanged: true };
    // What such a letter says of other cycles is said by `standInForReminders`.
    if (paused) await withdrawMessages(tx, actor, "reminder", { about: cycleId });
    return { ok: true, value: undefined, set: { paused } };
  });
}
