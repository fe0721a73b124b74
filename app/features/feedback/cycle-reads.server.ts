import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { cycleState } from "./cycle-store.server.ts";
import type { CycleState } from "./domain/cycle.ts";
import { isRelationship, type Relationship } from "./domain/relationship.ts";
import { mayChooseRaters, mayRunCycles } from "./policy.ts";

export type CycleSummary = {
  id: string;
  name: string;
  state: CycleState;
  closesOn: string | null;
  participants: number;
  asked: number;
  answered: number;
};

/** Every cycle, newest first. HR only. */
export async function cycleList(tx: Tx, actor: Actor): Promise<CycleSummary[]> {
  if (!mayRunCycles(actor)) return [];
  const rows = await tx
    .selectFrom("cycle")
    .leftJoin("closure", (join) =>
      join
        .onRef("closure.organisationId", "=", "cycle.organisationId")
        .onRef("closure.cycleId", "=", "cycle.id"),
    )
    .where("cycle.organisationId", "=", actor.organisationId)
    .select((eb) => [
      "cycle.id",
      "cycle.name",
      "cycle.state",
      "cycle.closesOn",
      "closure.invited",
      "closure.answered",
      eb
        .selectFrom("participant")
        .whereRef("participant.organisationId", "=", "cycle.organisationId")
        .whereRef("participant.cycleId", "=", "cycle.id")
        .select(eb.fn.countAll<number>().as("n"))
        .as("participants"),
      eb
        .selectFrom("rater")
        .whereRef("rater.organisationId", "=", "cycle.organisationId")
        .whereRef("rater.cycleId", "=", "cycle.id")
        .select(eb.fn.countAll<number>().as("n"))
        .as("asked"),
      eb
        .selectFrom("response")
        .whereRef("response.organisationId", "=", "cycle.organisationId")
        .whereRef("response.cycleId", "=", "cycle.id")
        .where("response.state", "=", "submitted")
        .select(eb.fn.countAll<number>().as("n"))
        .as("done"),
    ])
    .orderBy("cycle.createdAt", "desc")
    .orderBy("cycle.id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    state: cycleState(row.state),
    closesOn: row.closesOn,
    participants: Number(row.participants),
    asked: row.invited ?? Number(row.asked),
    answered: row.answered ?? Number(row.done),
  }));
}

export type CycleView = {
  id: string;
  name: string;
  state: CycleState;
  instrumentId: string;
  nominateBy: string | null;
  opensOn: string | null;
  closesOn: string | null;
  invitation: { subject: string; body: string };
  closure: {
    scored: number;
    total: number;
    invited: number;
    answered: number;
    done: boolean;
  } | null;
};

/** One cycle's settings and where it stands. HR only; null when there is none by that id. */
export async function cycleView(tx: Tx, actor: Actor, id: string): Promise<CycleView | null> {
  if (!mayRunCycles(actor) || !isId(id)) return null;
  const row = await tx
    .selectFrom("cycle")
    .leftJoin("closure", (join) =>
      join
        .onRef("closure.organisationId", "=", "cycle.organisationId")
        .onRef("closure.cycleId", "=", "cycle.id"),
    )
    .where("cycle.organisationId", "=", actor.organisationId)
    .where("cycle.id", "=", id)
    .select([
      "cycle.id",
      "cycle.name",
      "cycle.state",
      "cycle.instrumentId",
      "cycle.nominateBy",
      "cycle.opensOn",
      "cycle.closesOn",
      "cycle.invitationSubject",
      "cycle.invitationBody",
      "closure.scored",
      "closure.total",
      "closure.invited",
      "closure.answered",
      "closure.state as closureState",
    ])
    .executeTakeFirst();
  if (!row) return null;
  const { scored, total, invited, answered } = row;
  return {
    id: row.id,
    name: row.name,
    state: cycleState(row.state),
    instrumentId: row.instrumentId,
    nominateBy: row.nominateBy,
    opensOn: row.opensOn,
    closesOn: row.closesOn,
    invitation: { subject: row.invitationSubject, body: row.invitationBody },
    closure:
      scored === null || total === null || invited === null || answered === null
        ? null
        : { scored, total, invited, answered, done: row.closureState === "done" },
  };
}

export type ParticipantProgress = {
  id: string;
  personId: string;
  name: string;
  jobTitle: string | null;
  department: string | null;
  nomination: "open" | "submitted";
  /** Requests by relationship, and how many were answered. After closing only the requests remain. */
  groups: { relationship: Relationship; asked: number; answered: number }[];
};

/** Who takes part and how far their raters are: counts, never an answer. HR only. */
export async function participantProgress(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<ParticipantProgress[]> {
  if (!mayRunCycles(actor) || !isId(cycleId)) return [];
  const participants = await tx
    .selectFrom("participant")
    .where("organisationId", "=", actor.organisationId)
    .where("cycleId", "=", cycleId)
    .select(["id", "personId", "name", "jobTitle", "department", "nomination"])
    .orderBy("name")
    .orderBy("id")
    .execute();
  const counted = await tx
    .selectFrom("rater")
    .where("organisationId", "=", actor.organisationId)
    .where("cycleId", "=", cycleId)
    .groupBy(["participantId", "relationship"])
    .select((eb) => ["participantId", "relationship", eb.fn.countAll<number>().as("asked")])
    .execute();
  const groups = Map.groupBy(counted, (row) => row.participantId);
  const answered = await answeredByGroup(tx, actor, cycleId);
  return participants.map((participant) => ({
    ...participant,
    nomination: participant.nomination === "submitted" ? "submitted" : "open",
    groups: (groups.get(participant.id) ?? []).flatMap(({ relationship, asked }) =>
      isRelationship(relationship)
        ? [
            {
              relationship,
              asked: Number(asked),
              answered: answered.get(`${participant.id} ${relationship}`) ?? 0,
            },
          ]
        : [],
    ),
  }));
}

/** How many sent answers there are by participant and relationship, while they still belong to raters. */
async function answeredByGroup(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", actor.organisationId)
    .where("cycleId", "=", cycleId)
    .where("state", "=", "submitted")
    .where("pseudonym", "is not", null)
    .groupBy(["participantId", "relationship"])
    .select((eb) => ["participantId", "relationship", eb.fn.countAll<number>().as("answered")])
    .execute();
  return new Map(
    rows.map((row) => [`${row.participantId} ${row.relationship}`, Number(row.answered)]),
  );
}

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
