import type { Actor } from "~/features/identity/index.ts";
import { thinReports, unreleasedReports } from "~/features/reports/index.server.ts";
import type { ByTheClock } from "~/features/rounds/domain/index.ts";
import { isClosed } from "~/features/rounds/domain/index.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { mayReleaseCycle } from "../policy.ts";
import { releaseAbout } from "./releasing.server.ts";

/**
 * Lets the participants of a closed cycle read their own reports, and tells them so. Where coaches release, these are
 * the ones who have no coach; for the others it waits for theirs. Reports that hold nothing of others can be withheld
 * until they are released by themselves.
 */
export function releaseCycle(
  platform: Platform,
  actor: Actor | ByTheClock,
  cycleId: string,
  { withholdThin = false }: { withholdThin?: boolean } = {},
) {
  const change = {
    may: mayReleaseCycle,
    // Each report is released by itself, and the cycle once none is left.
    from: isClosed,
    late: "not-closed",
    did: "released",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    const waiting = await unreleasedReports(tx, cycle);
    const participants = (await participantsOf(tx, cycle)).filter(
      (each) => cycle.releaseMode !== "coach" || each.coachId === null,
    );
    const withheld = withholdThin ? await thinReports(tx, cycle) : new Set<string>();
    const due = participants.filter((each) => waiting.has(each.id) && !withheld.has(each.id));
    if (due.length === 0 && waiting.size > 0) return refuse("coaches-release");
    const { released, told } = await releaseAbout(platform, tx, cycle, due);
    return { ok: true, value: { told }, detail: { reports: released } };
  });
}
