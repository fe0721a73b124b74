import type { DisclosurePolicy } from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { cycleState, storedPolicy } from "./cycle-store.server.ts";
import type { CycleState } from "./domain/cycle.ts";
import type { RaterActor } from "./domain/rater.ts";
import { isRelationship, type Relationship } from "./domain/relationship.ts";
import type { LinkTarget } from "./personal-link.server.ts";

export type RatingRequest = {
  id: string;
  cycleId: string;
  cycleName: string;
  cycleState: CycleState;
  closesOn: string | null;
  instrumentId: string;
  policy: DisclosurePolicy;
  participantId: string;
  participantPersonId: string;
  participantName: string;
  participantTitle: string | null;
  relationship: Relationship;
  state: string;
};

function requests(tx: Tx, rater: RaterActor) {
  let query = tx
    .selectFrom("rater")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organisationId", "=", "rater.organisationId")
        .onRef("participant.id", "=", "rater.participantId"),
    )
    .innerJoin("cycle", (join) =>
      join
        .onRef("cycle.organisationId", "=", "rater.organisationId")
        .onRef("cycle.id", "=", "rater.cycleId"),
    )
    .where("rater.organisationId", "=", rater.organisationId)
    .where("rater.personId", "=", rater.personId)
    .where("rater.state", "in", ["invited", "started", "done"])
    .select([
      "rater.id",
      "rater.cycleId",
      "cycle.name as cycleName",
      "cycle.state as cycleState",
      "cycle.closesOn",
      "cycle.instrumentId",
      "cycle.disclosurePolicy",
      "rater.participantId",
      "participant.personId as participantPersonId",
      "participant.name as participantName",
      "participant.jobTitle as participantTitle",
      "rater.relationship",
      "rater.state",
    ]);
  if (rater.cycleId) query = query.where("rater.cycleId", "=", rater.cycleId);
  return query;
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>["execute"]>>[number];

function toRequest(row: Row): RatingRequest {
  if (!isRelationship(row.relationship)) throw new Error("unknown relationship");
  const { disclosurePolicy, relationship, ...rest } = row;
  return {
    ...rest,
    relationship,
    cycleState: cycleState(row.cycleState),
    policy: storedPolicy(disclosurePolicy),
  };
}

/** Everyone this person is asked to rate now: what is left first, then by name; themselves at the top. */
export async function openRequests(tx: Tx, rater: RaterActor): Promise<RatingRequest[]> {
  const rows = await requests(tx, rater)
    .where("cycle.state", "=", "collecting")
    .orderBy("participant.name")
    .orderBy("rater.id")
    .execute();
  const rank = (request: RatingRequest) =>
    request.state === "done" ? 2 : request.relationship === "self" ? 0 : 1;
  return rows.map(toRequest).sort((a, b) => rank(a) - rank(b));
}

/** One request of this person's; null for anyone else's, whatever its id. */
export async function requestById(
  tx: Tx,
  rater: RaterActor,
  id: string,
): Promise<RatingRequest | null> {
  if (!isId(id)) return null;
  const row = await requests(tx, rater).where("rater.id", "=", id).executeTakeFirst();
  return row ? toRequest(row) : null;
}

/** Who a personal link belongs to; null once its cycle was closed. */
export async function raterOfLink(
  tx: Tx,
  target: LinkTarget,
): Promise<(RaterActor & { name: string; cycleId: string }) | null> {
  const row = await tx
    .selectFrom("invitation")
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "invitation.organisationId")
        .onRef("person.id", "=", "invitation.personId"),
    )
    .where("invitation.organisationId", "=", target.organisationId)
    .where("invitation.id", "=", target.invitationId)
    .select(["invitation.cycleId", "invitation.personId", "person.name"])
    .executeTakeFirst();
  return row ? { organisationId: target.organisationId, ...row } : null;
}

/** How many requests this person has left. */
export async function requestsLeft(tx: Tx, rater: RaterActor): Promise<number> {
  const rows = await requests(tx, rater)
    .where("cycle.state", "=", "collecting")
    .where("rater.state", "!=", "done")
    .execute();
  return rows.length;
}
