import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { scoresAt, stateAfter } from "~/features/rounds/domain/index.ts";
import { insertClosure, requestsOf } from "~/features/rounds/index.server.ts";
import { countSubmitted } from "~/features/rounds/unsafe-answers.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { ByTheClock } from "../cycle/by-the-clock.ts";
import { lockCycle, updateCycle } from "../cycle/cycle-store.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { mayCloseCycle } from "../policy.ts";

export type ClosingChoice = {
  /** How long there is a way back before the answers are scored. */
  minutesToReconsider?: number;
  /** The cycle as whoever closes it saw it; nothing is done when it has changed since. */
  revision?: number;
};

/** Stops taking answers; scoring starts in the background once the time to reconsider is over. */
export async function closeCycle(
  platform: Platform,
  actor: Actor | ByTheClock,
  cycleId: string,
  { minutesToReconsider = 0, revision }: ClosingChoice = {},
): Promise<Outcome<void, "not-allowed" | "unknown" | "not-collecting" | "changed">> {
  if (!mayCloseCycle(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await lockCycle(tx, actor, cycleId);
    if (!cycle) return refuse("unknown");
    const state = stateAfter(cycle.state, "close");
    if (!state) return refuse("not-collecting");
    if (revision !== undefined && revision !== cycle.revision) return refuse("changed");
    const now = platform.clock.now();
    const begins = scoresAt(now, minutesToReconsider);
    const invited = (await requestsOf(tx, cycle)).filter((rater) => rater.state === "invited");
    const participants = (await participantsOf(tx, cycle)).filter((each) => !each.withdrawn);
    await updateCycle(tx, cycle, { state });
    await insertClosure(tx, {
      organisationId: cycle.organisationId,
      roundId: cycleId,
      state: "waiting",
      scoresAt: begins,
      total: participants.length,
      invited: invited.length,
      answered: await countSubmitted(tx, cycle),
      requestedBy: actor.accountId,
      requestedAt: now,
    });
    await platform.jobs.enqueue(
      tx,
      "score-cycle",
      [{ organisationId: cycle.organisationId, cycleId }],
      minutesToReconsider > 0 ? begins : undefined,
    );
    await recordAudit(platform, tx, actor, {
      action: "cycle.closed",
      subjectKind: "cycle",
      subjectId: cycleId,
    });
    return { ok: true };
  });
}
