import type { DisclosurePolicy } from "@twohats/disclosure";
import type { Actor } from "~/features/identity/index.ts";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import {
  countsTowardsMinimum,
  type Declined,
  declineOf,
  type ListShape,
  noLoad,
  policyForList,
  type RequestLoad,
  type RoundState,
} from "~/features/rounds/domain/index.ts";
import {
  ratersWithOrigin,
  requestLoad,
  storedPolicy,
  storedShape,
} from "~/features/rounds/index.server.ts";
import { lentRequests } from "~/features/rounds/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { participantsWithCycles } from "../cycle/participation-reads.server.ts";
import { type CycleKind, isCycleKind } from "../domain/cycle-kind.ts";
import {
  isHandedIn,
  mayChooseRaters,
  maySeeDeclined,
  maySeeDeclineReason,
  maySeeNomination,
  type NominationFacts,
  type NominationState,
} from "../domain/nomination.ts";
import { type RaterLimits, readLimits } from "../domain/rater-rules.ts";
import { nominationFacts } from "./nomination-facts.ts";

export type ChosenRater = {
  id: string;
  personId: string;
  name: string;
  jobTitle: string | null;
  /** Of someone from outside, who is known by their address. */
  address: string | null;
  relationship: Relationship;
  /** The participant put them on the list. */
  byParticipant: boolean;
  /** Whether they count towards a minimum (`counting.ts`). */
  counts: boolean;
  load: RequestLoad;
  declined: boolean;
  /** Why they declined, for those who may know. */
  reason: Declined | null;
  /** Not in the organisation any more. */
  gone: boolean;
  /** Someone else has been asked in their place. */
  replaced: boolean;
};

export type RaterChoice = {
  participant: { id: string; personId: string; name: string };
  cycle: {
    id: string;
    name: string;
    state: RoundState;
    kind: CycleKind;
    instrumentId: string;
    nominateBy: string | null;
    limits: RaterLimits;
    requestCap: number | null;
    approveAfterDays: number | null;
  };
  facts: NominationFacts;
  nomination: NominationState;
  /** Whose the list is, and what holds for its raters by that. */
  list: ListShape;
  policy: DisclosurePolicy;
  handedInAt: Date | null;
  note: string | null;
  raters: ChosenRater[];
  mayChange: boolean;
};

function lists(tx: Tx, scope: OrganisationScope) {
  return participantsWithCycles(tx, scope)
    .select(["subject.id", "subject.roundId", "subject.personId", "subject.name"])
    .select(["subject.managerId", "participant.nomination", "subject.withdrawn"])
    .select(["participant.nominatedAt", "participant.nominationNote", "subject.list"])
    .select(["round.id as cycleId", "round.name as cycleName", "round.state", "round.paused"])
    .select(["cycle.kind", "round.instrumentId", "cycle.nominateBy", "cycle.raterLimits"])
    .select(["cycle.requestCap", "cycle.approveAfterDays", "cycle.nominatedBy"])
    .select(["cycle.approvedBy", "round.disclosurePolicy"]);
}

/** A participant's list of raters, for those who may see it; null for everyone else. */
export async function raterChoice(
  tx: Tx,
  actor: Actor,
  participantId: string,
): Promise<RaterChoice | null> {
  if (!isId(participantId)) return null;
  const row = await lists(tx, actor).where("subject.id", "=", participantId).executeTakeFirst();
  if (!row) return null;
  const facts = nominationFacts(row, row);
  if (!maySeeNomination(actor, facts)) return null;
  const { kind } = row;
  if (!isCycleKind(kind)) throw new Error(`unknown kind of cycle ${kind}`);
  const list = storedShape(row.list);
  return {
    participant: { id: row.id, personId: row.personId, name: row.name },
    cycle: {
      id: row.cycleId,
      name: row.cycleName,
      state: facts.cycleState,
      kind,
      instrumentId: row.instrumentId,
      nominateBy: row.nominateBy,
      limits: readLimits(row.raterLimits),
      requestCap: row.requestCap,
      approveAfterDays: row.approveAfterDays,
    },
    facts,
    nomination: facts.nomination,
    list,
    policy: policyForList(storedPolicy(row.disclosurePolicy), list),
    handedInAt: row.nominatedAt,
    note: row.nominationNote,
    raters: await chosenRaters(tx, actor, facts, { id: row.id, cycleId: row.cycleId }),
    mayChange: mayChooseRaters(actor, facts),
  };
}

async function chosenRaters(
  tx: Tx,
  actor: Actor,
  facts: NominationFacts,
  participant: { id: string; cycleId: string },
): Promise<ChosenRater[]> {
  const rows = await tx
    .selectFrom(lentRequests(actor))
    .innerJoin(lentPeople(actor), (join) => join.onRef("person.id", "=", "request.personId"))
    .where("request.subjectId", "=", participant.id)
    .where("request.state", "!=", "withdrawn")
    .select([
      "request.id",
      "request.personId",
      "request.relationship",
      "request.state",
      "request.replaces",
    ])
    .select([
      "request.declineReason",
      "request.bySubject as byParticipant",
      "person.name",
      "person.jobTitle",
    ])
    .select(["person.email", "person.external", "person.status"])
    .orderBy("person.name")
    .orderBy("request.id")
    .execute();
  const ids = [...new Set(rows.map((row) => row.personId))];
  const cycle = { organisationId: actor.organisationId, id: participant.cycleId };
  const origins = await ratersWithOrigin(tx, cycle, participant.id);
  const counting = new Set(origins.filter(countsTowardsMinimum).map((each) => each.personId));
  const loads = await requestLoad(tx, actor, participant.cycleId, ids);
  const replaced = new Set(rows.map((row) => row.replaces));
  const [seesDeclined, seesReason] = [
    maySeeDeclined(actor, facts),
    maySeeDeclineReason(actor, facts),
  ];
  return rows.flatMap((row) => {
    const { id, personId, name, jobTitle, relationship, byParticipant } = row;
    if (!isRelationship(relationship)) return [];
    const declined = seesDeclined && row.state === "declined";
    const gone = row.status === "inactive";
    return [
      {
        ...{ id, personId, name, jobTitle, relationship, byParticipant, declined },
        address: row.external ? row.email : null,
        counts: counting.has(personId),
        load: loads.get(personId) ?? noLoad,
        reason: declined && seesReason ? declineOf(row.declineReason) : null,
        gone,
        replaced: (declined || gone) && replaced.has(id),
      },
    ];
  });
}

export type OpenNomination = {
  participantId: string;
  cycleName: string;
  nominateBy: string | null;
  submitted: boolean;
};

/** Cycles in which this person may choose their own raters now. */
export async function openNominationsOf(tx: Tx, actor: Actor): Promise<OpenNomination[]> {
  if (!actor.personId) return [];
  const rows = await lists(tx, actor)
    .where("subject.personId", "=", actor.personId)
    .where("subject.withdrawn", "=", false)
    .where("round.state", "=", "nominating")
    .where("cycle.nominatedBy", "=", "participant")
    .orderBy("cycle.nominateBy")
    .execute();
  return rows.map((row) => ({
    participantId: row.id,
    cycleName: row.cycleName,
    nominateBy: row.nominateBy,
    submitted: isHandedIn(nominationFacts(row, row).nomination),
  }));
}
