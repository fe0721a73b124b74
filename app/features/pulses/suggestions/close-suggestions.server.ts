import type { Actor } from "~/features/identity/index.ts";
import type { ByTheClock } from "~/features/rounds/domain/index.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closeDue } from "../asking/close-due.server.ts";
import { takeNoMore } from "../asking/take-no-more.server.ts";
import { mayClosePulse } from "../policy.ts";
import { changeSuggestions } from "./change-suggestions.server.ts";

/** Stops taking suggestions; what may be read of them is decided in the background at once. */
export function closeSuggestions(platform: Platform, actor: Actor | ByTheClock, roundId: string) {
  const change = {
    may: mayClosePulse,
    from: "close",
    late: "not-collecting",
    did: "closed",
  } as const;
  return changeSuggestions(platform, actor, roundId, change, async (tx, round) => {
    await takeNoMore(platform, tx, round, actor.accountId);
    const { organisationId } = round;
    await platform.jobs.enqueue(tx, "tell-suggestions", [{ organisationId, roundId }]);
    return { ok: true, value: undefined };
  });
}

/** Closes those whose last day has ended. @returns how many were closed. */
export function closeDueSuggestions(platform: Platform, scope: OrganisationScope): Promise<number> {
  return closeDue(platform, scope, "suggestion", closeSuggestions);
}
