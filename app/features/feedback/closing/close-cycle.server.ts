import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import type { ByTheClock } from "~/features/rounds/domain/index.ts";
import { scoresAt } from "~/features/rounds/domain/index.ts";
import { beginClosing } from "~/features/rounds/index.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { mayCloseCycle } from "../policy.ts";

/** The cycle as whoever closes it saw it; nothing is done when it has changed since. */
export const closeCycleInput = z.object({ revision: z.int() });

type ClosingChoice = Partial<z.output<typeof closeCycleInput>> & {
  /** How long there is a way back before the answers are scored. */
  minutesToReconsider?: number;
};

/** Stops taking answers; scoring starts in the background once the time to reconsider is over. */
export function closeCycle(
  platform: Platform,
  actor: Actor | ByTheClock,
  cycleId: string,
  { minutesToReconsider = 0, revision }: ClosingChoice = {},
) {
  const change = {
    may: mayCloseCycle,
    from: "close",
    late: "not-collecting",
    revision,
    did: "closed",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    const now = platform.clock.now();
    const begins = scoresAt(now, minutesToReconsider);
    const participants = (await participantsOf(tx, cycle)).filter((each) => !each.withdrawn);
    await beginClosing(tx, cycle, {
      scoresAt: begins,
      total: participants.length,
      requestedBy: actor.accountId,
      requestedAt: now,
    });
    await platform.jobs.enqueue(
      tx,
      "score-cycle",
      [{ organisationId: cycle.organisationId, cycleId }],
      minutesToReconsider > 0 ? begins : undefined,
    );
    return { ok: true, value: undefined };
  });
}
