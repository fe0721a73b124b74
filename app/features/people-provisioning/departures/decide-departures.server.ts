import { z } from "zod";
import { lockAdministrators, recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { leavingNow } from "~/features/people/domain/index.ts";
import {
  lockPeople,
  organisationZone,
  retirePeople,
  seenAs,
  whoOwns,
} from "~/features/people/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { mayProvision } from "../policy.ts";
import { forgetAll, peopleIn, settleHeld } from "./departure-store.server.ts";

/** `seen`: of those whom the page meant. `leave`, `stay`: those who are held; `ask-again`: those who stay. */
export const decideDeparturesInput = z.object({
  decision: z.enum(["leave", "stay", "ask-again"]),
  seen: z.string(),
});

type Decided = { left: number; stay: number };
type Refused = "not-allowed" | "set-changed";

/**
 * Decides about those whom provisioning may not let leave by itself. Who leaves is gone at once; whoever decides, and
 * the last owner, stay. When they are others than the page meant, nothing is done.
 */
export async function decideDepartures(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  { decision, seen }: z.output<typeof decideDeparturesInput>,
): Promise<Outcome<Decided, Refused>> {
  if (!mayProvision(actor)) return refuse("not-allowed");
  return inOrganisation(platform, actor, async (tx) => {
    await lockPeople(tx, actor);
    await lockAdministrators(tx, actor);
    const people = await peopleIn(tx, actor, decision === "ask-again" ? "stays" : "held");
    if (people.length === 0 || seenAs(people) !== seen) return refuse("set-changed");
    const at = platform.clock.now();
    const asked = people.filter((id) => id !== actor.personId).map((id) => ({ id }));
    const whose = await whoOwns(platform, tx, actor, asked);
    const going = decision === "leave" ? leavingNow(...whose).map(({ id }) => id) : [];
    if (decision === "ask-again") await forgetAll(tx, actor, "stays");
    else {
      const today = todayFor(platform, await organisationZone(tx, actor));
      await retirePeople(tx, { ...actor, way: "provisioning", at }, going, today);
      const staying = people.filter((id) => !going.includes(id));
      await settleHeld(tx, actor, staying, "stays", at);
      await forgetAll(tx, actor, "held");
      // From here on it is counted anew.
      if (decision === "leave") await forgetAll(tx, actor, "left");
    }
    const decided = { left: going.length, stay: people.length - going.length };
    await recordAudit(platform, tx, actor, {
      action: "provisioning.departures-decided",
      subjectKind: "people",
      detail: { decision, ...decided },
    });
    return accept(decided);
  });
}
