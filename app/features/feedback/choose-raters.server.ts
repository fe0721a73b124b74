import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId, newId } from "~/platform/db/ids.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  deleteRater,
  insertRaters,
  lockParticipant,
  updateParticipant,
} from "./cycle-store.server.ts";
import { isRelationship } from "./domain/relationship.ts";
import { mayChooseRaters } from "./policy.ts";

type Refusals = "unknown" | "not-now" | "no-person" | "no-address" | "own-self" | "relationship";
type Participant = NonNullable<Awaited<ReturnType<typeof lockParticipant>>>["participant"];

/** Asks one more person about a participant. */
export function addRater(
  platform: Platform,
  actor: Actor,
  participantId: string,
  rater: { personId: string; relationship: string },
): Promise<Outcome<void, Refusals>> {
  return withParticipant(platform, actor, participantId, async (tx, participant) => {
    const { relationship, personId } = rater;
    if (!isRelationship(relationship) || relationship === "self") return refuse("relationship");
    if (personId === participant.personId) return refuse("own-self");
    const [person] = isId(personId) ? await peopleByIds(tx, actor, [personId]) : [];
    if (person?.status !== "active") return refuse("no-person");
    if (!person.email) return refuse("no-address");
    const { organisationId, cycleId } = participant;
    await insertRaters(tx, [
      {
        organisationId,
        id: newId(),
        cycleId,
        participantId,
        personId,
        relationship,
        state: "chosen",
      },
    ]);
    return { ok: true };
  });
}

/** No longer asks someone about a participant. Self always stays. */
export function removeRater(
  platform: Platform,
  actor: Actor,
  participantId: string,
  raterId: string,
): Promise<Outcome<void, Refusals>> {
  return withParticipant(platform, actor, participantId, async (tx) => {
    const removed = await deleteRater(tx, actor, participantId, raterId);
    return removed ? { ok: true } : refuse("unknown");
  });
}

/** The participant is done choosing. */
export function submitNomination(
  platform: Platform,
  actor: Actor,
  participantId: string,
): Promise<Outcome<void, Refusals>> {
  return withParticipant(platform, actor, participantId, async (tx, participant) => {
    await updateParticipant(tx, actor, participant.id, { nomination: "submitted" });
    await recordAudit(platform, tx, actor, {
      action: "nomination.submitted",
      subjectKind: "participant",
      subjectId: participant.id,
    });
    return { ok: true };
  });
}

async function withParticipant(
  platform: Platform,
  actor: Actor,
  participantId: string,
  change: (tx: Tx, participant: Participant) => Promise<Outcome<void, Refusals>>,
): Promise<Outcome<void, Refusals>> {
  return inOrganisation(platform, actor, async (tx) => {
    const found = await lockParticipant(tx, actor, participantId);
    if (!found) return refuse("unknown");
    const { participant, cycle } = found;
    const facts = {
      participantPersonId: participant.personId,
      nomination:
        participant.nomination === "submitted" ? ("submitted" as const) : ("open" as const),
      cycleState: cycle.state,
    };
    if (!mayChooseRaters(actor, facts)) {
      const own = actor.role === "admin" || actor.personId === participant.personId;
      return refuse(own ? "not-now" : "unknown");
    }
    return change(tx, participant);
  });
}
