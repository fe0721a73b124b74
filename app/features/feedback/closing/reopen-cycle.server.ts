import type { Actor } from "~/features/identity/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { isPastClosing } from "~/features/rounds/domain/index.ts";
import { deleteWaitingClosure } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";

/**
 * Takes a closing back before scoring begins: answers count as they did, links work, and more can be answered. A cycle
 * that would close by itself at once again is from then on closed by hand.
 */
export function reopenCycle(platform: Platform, actor: Actor, cycleId: string) {
  const change = {
    may: mayRunRounds,
    from: "reopen",
    late: "not-waiting",
    action: "cycle.reopened",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    if (!(await deleteWaitingClosure(tx, cycle))) return refuse("not-waiting");
    const today = todayFor(platform, await organisationZone(tx, actor));
    const closesItself = cycle.closesItself && !isPastClosing(cycle, today);
    return { ok: true, value: undefined, set: { closesItself } };
  });
}
