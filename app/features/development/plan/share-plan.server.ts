import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { grantInput } from "~/features/people/domain/index.ts";
import { giveReading, takeReadingBack } from "~/features/people/index.server.ts";
import { refuseInput } from "~/platform/errors/outcome.ts";
import { grantedPlan } from "./granted-plan.ts";
import { type PlanOutcome, type Ticking, workOnPlan } from "./work-on-plan.server.ts";

/** With whom, as what and until when. A plan is shared whole. */
export const sharePlanInput = grantInput;

const WHOLE = ["plan"];

/** Lets one colleague read the actor's own plan until a day. Nobody else shares it, HR included. */
export async function sharePlan(
  platform: Ticking,
  actor: Actor,
  given: z.output<typeof sharePlanInput>,
): Promise<PlanOutcome<{ name: string }>> {
  return workOnPlan<{ name: string }>(
    platform,
    actor,
    { openOf: actor.personId ?? "" },
    async (held) => {
      if (given.reader === "manager" && given.person !== held.person.managerId)
        return refuseInput({ field: "reader", code: "not-manager" });
      const thing = grantedPlan(held.plan.id);
      return giveReading(platform, held.tx, held.actor, thing, { ...given, parts: WHOLE });
    },
  );
}

export const takePlanBackInput = z.object({ grant: z.string() });

/** Takes back what the actor shared of their own plan. From then on it looks as if there were none. */
export function takePlanBack(
  platform: Ticking,
  actor: Actor,
  { grant: grantId }: z.output<typeof takePlanBackInput>,
): Promise<PlanOutcome> {
  return workOnPlan<void>(platform, actor, { openOf: actor.personId ?? "" }, (held) =>
    takeReadingBack(platform, held.tx, held.actor, grantedPlan(held.plan.id), { grantId }),
  );
}
