import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { insertClosure } from "./closure-store.server.ts";
import { lockCycle, participantsOf, ratersOf, updateCycle } from "./cycle-store.server.ts";
import { stateAfter } from "./domain/cycle.ts";
import { mayRunCycles } from "./policy.ts";
import { countSubmitted } from "./response-store.server.ts";

/** Stops taking answers and starts scoring in the background. */
export async function closeCycle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<Outcome<void, "not-allowed" | "unknown" | "not-collecting">> {
  if (!mayRunCycles(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    const state = stateAfter(cycle.state, "close");
    if (!state) return refuse("not-collecting");
    const raters = await ratersOf(tx, cycle);
    await updateCycle(tx, cycle, { state });
    await insertClosure(tx, {
      organisationId: cycle.organisationId,
      cycleId,
      state: "scoring",
      total: (await participantsOf(tx, cycle)).length,
      invited: raters.length,
      answered: await countSubmitted(tx, cycle),
      requestedBy: actor.accountId,
      requestedAt: platform.clock.now(),
    });
    await platform.jobs.enqueue(tx, "score-cycle", [
      { organisationId: cycle.organisationId, cycleId },
    ]);
    await recordAudit(platform, tx, actor, {
      action: "cycle.closed",
      subjectKind: "cycle",
      subjectId: cycleId,
    });
    return { ok: true };
  });
}
