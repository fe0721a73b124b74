import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { isPastClosing, stateAfter } from "~/features/rounds/domain/index.ts";
import { deleteWaitingClosure } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle, updateCycle } from "../cycle/cycle-store.server.ts";

/**
 * Takes a closing back before scoring begins: answers count as they did, links work, and more can be answered. A cycle
 * that would close by itself at once again is from then on closed by hand.
 */
export async function reopenCycle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<Outcome<void, "not-allowed" | "unknown" | "not-waiting">> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    const state = stateAfter(cycle.state, "reopen");
    if (!state || !(await deleteWaitingClosure(tx, cycle))) return refuse("not-waiting");
    const today = todayFor(platform, await organisationZone(tx, actor));
    const closesItself = cycle.closesItself && !isPastClosing(cycle, today);
    await updateCycle(tx, cycle, { state, closesItself });
    await recordAudit(platform, tx, actor, {
      action: "cycle.reopened",
      subjectKind: "cycle",
      subjectId: cycleId,
    });
    return { ok: true };
  });
}
