import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { withdrawMessages } from "~/features/letters/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle, updateCycle } from "../cycle/cycle-store.server.ts";

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

async function setPaused(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  paused: boolean,
): Promise<Outcome<void, "not-allowed" | "unknown" | "not-collecting">> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (cycle.state !== "collecting") return refuse("not-collecting");
    if (cycle.paused === paused) return { ok: true };
    await updateCycle(tx, cycle, { paused });
    // What such a letter says of other cycles is said by `standInForReminders`.
    if (paused) await withdrawMessages(tx, actor, "reminder", { about: cycleId });
    await recordAudit(platform, tx, actor, {
      action: paused ? "cycle.paused" : "cycle.resumed",
      subjectKind: "cycle",
      subjectId: cycleId,
    });
    return { ok: true };
  });
}
