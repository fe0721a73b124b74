import type { Actor } from "~/features/identity/index.ts";
import { letInto } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Refusal, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { lockParticipant } from "../cycle/participant-store.server.ts";
import { maySeeNomination, type NominationFacts } from "../domain/nomination.ts";
import { nominationFacts } from "./nomination-facts.ts";

export type Nomination = NonNullable<Awaited<ReturnType<typeof lockParticipant>>> & {
  facts: NominationFacts;
};

/**
 * Changes a participant's list of raters, with participant and cycle locked, if this actor may now. To those who can't
 * see the list there is none; the participant is told that it is not the time.
 */
export function changeNomination<Result>(
  platform: Platform,
  actor: Actor,
  participantId: string,
  may: (actor: Actor, facts: NominationFacts) => boolean,
  change: (tx: Tx, found: Nomination) => Promise<Result>,
): Promise<Result | Refusal<"unknown" | "not-now">> {
  return inOrganisation(platform, actor, async (tx) => {
    const found = await lockParticipant(tx, actor, participantId);
    if (!found) return refuse("unknown");
    const { participant, cycle } = found;
    const facts = nominationFacts(participant, cycle);
    // Whom the round asks about may have changed since they were let into it.
    if (!may(await letInto(tx, actor, cycle.id), facts)) {
      const own = actor.personId === participant.personId || maySeeNomination(actor, facts);
      return refuse(own ? "not-now" : "unknown");
    }
    return change(tx, { participant, cycle, facts });
  });
}
