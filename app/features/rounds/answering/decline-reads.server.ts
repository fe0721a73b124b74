import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { CycleState } from "../domain/cycle.ts";
import type { RaterActor } from "../domain/rater.ts";
import { requestsTo } from "../reads/own-request-reads.server.ts";
import { cycleState } from "../store/cycle-store.server.ts";

/** A request that its rater may decline, or has declined. */
export type DeclinableRequest = {
  id: string;
  cycleId: string;
  cycleName: string;
  cycleState: CycleState;
  participantId: string;
  participantName: string;
  relationship: Relationship;
  declined: boolean;
};

function stillIn(tx: Tx, rater: RaterActor) {
  return requestsTo(tx, rater)
    .where("participant.withdrawn", "=", false)
    .select(["rater.id", "rater.cycleId", "rater.participantId", "rater.relationship"])
    .select(["rater.state", "participant.name as participantName"])
    .select(["cycle.name as cycleName", "cycle.state as cycleState"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof stillIn>["execute"]>>[number];

function declinable({ state, relationship, ...row }: Row): DeclinableRequest {
  if (!isRelationship(relationship)) throw new Error("unknown relationship");
  const declined = state === "declined";
  return { ...row, relationship, declined, cycleState: cycleState(row.cycleState) };
}

/**
 * One request of this person's that is open or was declined by them; null for anyone else's, and for their own view.
 */
export async function declinableRequest(
  tx: Tx,
  rater: RaterActor,
  id: string,
): Promise<DeclinableRequest | null> {
  if (!isId(id)) return null;
  const row = await stillIn(tx, rater)
    .where("rater.id", "=", id)
    .where("rater.state", "in", ["invited", "declined"])
    .where("rater.relationship", "!=", "self")
    .executeTakeFirst();
  return row ? declinable(row) : null;
}

/** What this person has declined and may still answer after all, by name. */
export async function declinedRequests(tx: Tx, rater: RaterActor): Promise<DeclinableRequest[]> {
  const rows = await stillIn(tx, rater)
    .where("rater.state", "=", "declined")
    .where("cycle.state", "=", "collecting")
    .orderBy("participant.name")
    .orderBy("rater.id")
    .execute();
  return rows.map(declinable);
}

/**
 * Whether a request that stood open has been declined or taken off meanwhile. A statement of its own, so that it sees
 * what was stored while the one before it waited for the cycle; no lock on the request, which would tie it to the
 * answer on disk.
 */
export async function takenOffSince(
  tx: Tx,
  scope: { organisationId: string },
  request: { id: string },
): Promise<"declined" | "withdrawn" | null> {
  const row = await tx
    .selectFrom("rater")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organisationId", "=", "rater.organisationId")
        .onRef("participant.id", "=", "rater.participantId"),
    )
    .where("rater.organisationId", "=", scope.organisationId)
    .where("rater.id", "=", request.id)
    .select(["rater.state", "participant.withdrawn"])
    .executeTakeFirst();
  if (row?.state === "declined") return "declined";
  return row?.state === "invited" && !row.withdrawn ? null : "withdrawn";
}
