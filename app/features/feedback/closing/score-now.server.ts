import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { endWaiting } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockCycle } from "../cycle/cycle-store.server.ts";

/** Gives up the way back: a closed cycle's answers are scored now. */
export async function scoreNow(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<Outcome<void, "not-allowed" | "unknown" | "not-waiting">> {
  if (!mayRunRounds(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    if (cycle.state !== "closing" || !(await endWaiting(tx, cycle, platform.clock.now())))
      return refuse("not-waiting");
    const { organisationId } = cycle;
    await platform.jobs.enqueue(tx, "score-cycle", [{ organisationId, cycleId }]);
    await recordAudit(platform, tx, actor, {
      action: "cycle.scoring-asked-for",
      subjectKind: "cycle",
      subjectId: cycleId,
    });
    return { ok: true };
  });
}
