import type { Actor } from "~/features/identity/index.ts";
import { unreleasedReports } from "~/features/reports/index.server.ts";
import { isClosed } from "~/features/rounds/domain/index.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { ByTheClock } from "../cycle/by-the-clock.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { mayReleaseCycle } from "../policy.ts";
import { releaseAbout } from "./releasing.server.ts";

/**
 * Lets the participants of a closed cycle read their own reports, and tells them so. Where coaches release, these are
 * the ones who have no coach; for the others it waits for theirs.
 */
export function releaseCycle(platform: Platform, actor: Actor | ByTheClock, cycleId: string) {
  const change = {
    may: mayReleaseCycle,
    // Each report is released by itself, and the cycle once none is left.
    from: isClosed,
    late: "not-closed",
    action: "cycle.released",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    const waiting = await unreleasedReports(tx, cycle);
    const participants = (await participantsOf(tx, cycle)).filter(
      (each) => cycle.releaseMode !== "coach" || each.coachId === null,
    );
    const due = participants.filter((each) => waiting.has(each.id));
    if (due.length === 0 && waiting.size > 0) return refuse("coaches-release");
    const { released, told } = await releaseAbout(platform, tx, cycle, due);
    return { ok: true, value: { told }, detail: { reports: released } };
  });
}
