import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { unreleasedReports } from "~/features/reports/index.server.ts";
import { stateAfter } from "~/features/rounds/domain/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { ByTheClock } from "../cycle/by-the-clock.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { mayReleaseCycle } from "../policy.ts";
import { releaseAbout } from "./releasing.server.ts";

/**
 * Lets the participants of a closed cycle read their own reports, and tells them so. Where coaches release, these are
 * the ones who have no coach; for the others it waits for theirs.
 */
export async function releaseCycle(
  platform: Platform,
  actor: Actor | ByTheClock,
  cycleId: string,
): Promise<
  Outcome<{ told: number }, "not-allowed" | "unknown" | "not-closed" | "coaches-release">
> {
  if (!mayReleaseCycle(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (!stateAfter(cycle.state, "release")) return refuse("not-closed");
    const waiting = await unreleasedReports(tx, cycle);
    const participants = (await participantsOf(tx, cycle)).filter(
      (each) => cycle.releaseMode !== "coach" || each.coachId === null,
    );
    const due = participants.filter((each) => waiting.has(each.id));
    if (due.length === 0 && waiting.size > 0) return refuse("coaches-release");
    const { released, told } = await releaseAbout(platform, tx, cycle, due);
    await recordAudit(platform, tx, actor, {
      action: "cycle.released",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { reports: released },
    });
    return accept({ told });
  });
}
