import type { Actor } from "~/features/identity/index.ts";
import { endWaiting } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";

/** Gives up the way back: a closed cycle's answers are scored now. */
export function scoreNow(platform: Platform, actor: Actor, cycleId: string) {
  const change = {
    may: mayRunRound,
    from: (state: string) => state === "closing",
    late: "not-waiting",
    did: "scoring-asked-for",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    if (!(await endWaiting(tx, cycle, platform.clock.now()))) return refuse("not-waiting");
    const { organisationId } = cycle;
    await platform.jobs.enqueue(tx, "score-cycle", [{ organisationId, cycleId }]);
    return { ok: true, value: undefined };
  });
}
