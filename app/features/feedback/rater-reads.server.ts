import type { DisclosurePolicy } from "@twohats/disclosure";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import { cycleState, storedPolicy } from "./cycle-store.server.ts";
import type { CycleState } from "./domain/cycle.ts";
import type { RaterActor } from "./domain/rater.ts";
import { isRelationship, type Relationship } from "./domain/relationship.ts";
import type { LinkTarget } from "./personal-link.server.ts";
import { pseudonymOf } from "./pseudonym.server.ts";

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
};

/** How far a rater is with a request. Known from their own response alone, found by pseudonym. */
export type OpenRequest = RatingRequest & { state: "invited" | "started" | "done" };

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
    .where("rater.state", "=", "invited")
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
export async function openRequests(
  tx: Tx,
  rater: RaterActor,
  secret: string,
): Promise<OpenRequest[]> {
  const rows = await requests(tx, rater)
    .where("cycle.state", "=", "collecting")
    .orderBy("participant.name")
    .orderBy("rater.id")
    .execute();
  const found = rows.map(toRequest);
  const own = await ownResponses(tx, rater, secret, found);
  const rank = (request: OpenRequest) =>
    request.state === "done" ? 2 : request.relationship === "self" ? 0 : 1;
  return found
    .map(
      (request): OpenRequest => ({
        ...request,
        state: own.get(request.participantId) ?? "invited",
      }),
    )
    .sort((a, b) => rank(a) - rank(b));
}

/** How far this person's own responses are, by participant. */
async function ownResponses(
  tx: Tx,
  { organisationId, personId }: RaterActor,
  secret: string,
  found: readonly RatingRequest[],
): Promise<Map<string, "started" | "done">> {
  const pseudonyms: Buffer[] = [];
  for (const id of new Set(found.map((request) => request.cycleId))) {
    const pseudonym = await pseudonymOf(tx, { organisationId, id }, secret, personId);
    if (pseudonym) pseudonyms.push(pseudonym);
  }
  if (pseudonyms.length === 0) return new Map();
  const rows = await tx
    .selectFrom("response")
    .where("organisationId", "=", organisationId)
    .where("participantId", "in", [...new Set(found.map((request) => request.participantId))])
    .where("pseudonym", "in", pseudonyms)
    // A response that was made and never changed holds nothing yet.
    .where((eb) => eb.or([eb("revision", ">", 1), eb("state", "=", "submitted")]))
    .select(["participantId", "state"])
    .execute();
  return new Map(
    rows.map((row) => [row.participantId, row.state === "submitted" ? "done" : "started"]),
  );
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
