import type { Actor } from "~/features/identity/index.ts";
import type { ByTheClock } from "~/features/rounds/domain/index.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closeDue } from "../asking/close-due.server.ts";
import { takeNoMore } from "../asking/take-no-more.server.ts";
import { mayClosePulse } from "../policy.ts";
import { changeAway } from "./change-away.server.ts";

/** Stops taking answers; what may be read of them is decided in the background at once. */
export function closeAway(platform: Platform, actor: Actor | ByTheClock, roundId: string) {
  const change = {
    may: mayClosePulse,
    from: "close",
    late: "not-collecting",
    did: "closed",
  } as const;
  return changeAway(platform, actor, roundId, change, async (tx, round) => {
    await takeNoMore(platform, tx, round, actor.accountId);
    const { organisationId } = round;
    await platform.jobs.enqueue(tx, "tell-away", [{ organisationId, roundId }]);
    return { ok: true, value: undefined };
  });
}

/** Closes those whose last day has ended. @returns how many were closed. */
export function closeDueAway(platform: Platform, scope: OrganisationScope): Promise<number> {
  return closeDue(platform, scope, "away", closeAway);
}
