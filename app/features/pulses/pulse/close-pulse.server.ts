import type { Actor } from "~/features/identity/index.ts";
import type { ByTheClock } from "~/features/rounds/domain/index.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closeDue } from "../asking/close-due.server.ts";
import { takeNoMore } from "../asking/take-no-more.server.ts";
import { mayClosePulse } from "../policy.ts";
import { changePulse } from "./change-pulse.server.ts";

/** Stops taking answers; what was said is counted in the background at once. */
export function closePulse(platform: Platform, actor: Actor | ByTheClock, pulseId: string) {
  const change = {
    may: mayClosePulse,
    from: "close",
    late: "not-collecting",
    did: "closed",
  } as const;
  return changePulse(platform, actor, pulseId, change, async (tx, pulse) => {
    await takeNoMore(platform, tx, pulse, actor.accountId);
    const { organisationId } = pulse;
    await platform.jobs.enqueue(tx, "score-pulse", [{ organisationId, pulseId }]);
    return { ok: true, value: undefined };
  });
}

/** Closes the pulses whose last day has ended. @returns how many were closed. */
export function closeDuePulses(platform: Platform, scope: OrganisationScope): Promise<number> {
  return closeDue(platform, scope, "pulse", closePulse);
}
