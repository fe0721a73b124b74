import type { Actor } from "~/features/identity/index.ts";
import { policyForList, type WithRules, withRules } from "~/features/rounds/domain/index.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { cycleView } from "../cycle/cycle-reads.server.ts";
import { participantProgress } from "../cycle/progress-reads.server.ts";
import { policyOf } from "../cycle/setup-reads.server.ts";

/**
 * What a cycle's rules would leave of its lists of raters: made from who is asked, never from an answer. HR only; null
 * for anyone else and for an unknown cycle.
 */
export function countWithRules(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<WithRules | null> {
  return inOrganisation(platform, actor, async (tx) => {
    if (!mayRunRound(actor, cycleId) || !(await cycleView(tx, actor, cycleId))) return null;
    const policy = await policyOf(tx, actor, cycleId);
    const participants = await participantProgress(tx, actor, cycleId);
    return withRules(
      participants.map(({ groups, list }) => ({ groups, policy: policyForList(policy, list) })),
    );
  });
}
