import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { cycleState } from "./cycle-store.server.ts";
import type { CycleState } from "./domain/cycle.ts";
import { isRelationship, type Relationship } from "./domain/relationship.ts";
import { mayChooseRaters, mayRunCycles } from "./policy.ts";

export type ChosenRater = {
  id: string;
  personId: string;
  name: string;
  jobTitle: string | null;
  relationship: Relationship;
};

export type RaterChoice = {
  participant: { id: string; personId: string; name: string };
  cycle: { id: string; name: string; state: CycleState; nominateBy: string | null };
  nomination: "open" | "submitted";
  raters: ChosenRater[];
  mayChange: boolean;
};

/** A participant's list of raters, for the participant and for HR; null for everyone else. */
export async function raterChoice(
  tx: Tx,
  actor: Actor,
  participantId: string,
): Promise<RaterChoice | null> {
  if (!isId(participantId)) return null;
  const row = await tx
    .selectFrom("participant")
    .innerJoin("cycle", (join) =>
      join
        .onRef("cycle.organisationId", "=", "participant.organisationId")
        .onRef("cycle.id", "=", "participant.cycleId"),
    )
    .where("participant.organisationId", "=", actor.organisationId)
    .where("participant.id", "=", participantId)
    .select([
      "participant.id",
      "participant.personId",
      "participant.name",
      "participant.nomination",
      "cycle.id as cycleId",
      "cycle.name as cycleName",
      "cycle.state",
      "cycle.nominateBy",
    ])
    .executeTakeFirst();
  if (!row) return null;
  const state = cycleState(row.state);
  const isParticipant = actor.personId === row.personId && state !== "draft";
  if (!mayRunCycles(actor) && !isParticipant) return null;
  const nomination = row.nomination === "submitted" ? "submitted" : "open";
  return {
    participant: { id: row.id, personId: row.personId, name: row.name },
    cycle: { id: row.cycleId, name: row.cycleName, state, nominateBy: row.nominateBy },
    nomination,
    raters: await chosenRaters(tx, actor, participantId),
    mayChange: mayChooseRaters(actor, {
      participantPersonId: row.personId,
      nomination,
      cycleState: state,
    }),
  };
}

async function chosenRaters(tx: Tx, actor: Actor, participantId: string): Promise<ChosenRater[]> {
  const rows = await tx
    .selectFrom("rater")
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "rater.organisationId")
        .onRef("person.id", "=", "rater.personId"),
    )
    .where("rater.organisationId", "=", actor.organisationId)
    .where("rater.participantId", "=", participantId)
    .select(["rater.id", "rater.personId", "person.name", "person.jobTitle", "rater.relationship"])
    .orderBy("person.name")
    .orderBy("rater.id")
    .execute();
  return rows.flatMap((row) =>
    isRelationship(row.relationship) ? [{ ...row, relationship: row.relationship }] : [],
  );
}

export type OpenNomination = {
  participantId: string;
  cycleName: string;
  nominateBy: string | null;
  submitted: boolean;
};

/** Cycles in which this person may choose their raters now. */
export async function openNominationsOf(tx: Tx, actor: Actor): Promise<OpenNomination[]> {
  if (!actor.personId) return [];
  const rows = await tx
    .selectFrom("participant")
    .innerJoin("cycle", (join) =>
      join
        .onRef("cycle.organisationId", "=", "participant.organisationId")
        .onRef("cycle.id", "=", "participant.cycleId"),
    )
    .where("participant.organisationId", "=", actor.organisationId)
    .where("participant.personId", "=", actor.personId)
    .where("cycle.state", "=", "nominating")
    .select([
      "participant.id as participantId",
      "participant.nomination",
      "cycle.name as cycleName",
      "cycle.nominateBy",
    ])
    .orderBy("cycle.nominateBy")
    .execute();
  return rows.map(({ nomination, ...row }) => ({ ...row, submitted: nomination === "submitted" }));
}
