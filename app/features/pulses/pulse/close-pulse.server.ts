import type { Actor } from "~/features/identity/index.ts";
import { type ByTheClock, byTheClock } from "~/features/rounds/domain/index.ts";
import { insertClosure, requestsOf, selfClosingRounds } from "~/features/rounds/index.server.ts";
import { countSubmitted } from "~/features/rounds/unsafe-answers.server.ts";
import { endOfDay } from "~/platform/calendar/zones.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
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
    const now = platform.clock.now();
    const { organisationId } = pulse;
    const invited = (await requestsOf(tx, pulse)).filter(({ state }) => state === "invited");
    await insertClosure(tx, {
      ...{ organisationId, roundId: pulseId, state: "waiting", scoresAt: now, total: 1 },
      ...{ invited: invited.length, answered: await countSubmitted(tx, pulse) },
      ...{ requestedBy: actor.accountId, requestedAt: now },
    });
    await platform.jobs.enqueue(tx, "score-pulse", [{ organisationId, pulseId }]);
    return { ok: true, value: undefined };
  });
}

/**
 * Closes the pulses whose last day has ended wherever one of those who are asked is. @returns how many were closed.
 */
export async function closeDuePulses(
  platform: Platform,
  scope: OrganisationScope,
): Promise<number> {
  const now = platform.clock.now();
  const pulses = await inOrganisation(platform, scope, (tx) =>
    selfClosingRounds(tx, scope, "pulse"),
  );
  let closed = 0;
  for (const { id, closesOn, zones } of pulses) {
    if (!zones.every((zone) => endOfDay(closesOn, zone) <= now)) continue;
    // Refused: somebody else moved it meanwhile.
    if ((await closePulse(platform, byTheClock(scope), id)).ok) closed += 1;
  }
  return closed;
}
