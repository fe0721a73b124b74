import { sql } from "kysely";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { RaterActor } from "../domain/rater.ts";
import type { RoundState } from "../domain/round.ts";
import { lentAnyRequests, lentSubjects, takesPart } from "../lent-reads.server.ts";
import { requestsTo } from "../reads/own-request-reads.server.ts";
import { roundState } from "../store/round-store.server.ts";

/** A request that its rater may decline, or has declined. */
export type DeclinableRequest = {
  id: string;
  roundId: string;
  roundName: string;
  roundKind: string;
  roundState: RoundState;
  /** Null where it is about nobody. */
  subjectId: string | null;
  subjectName: string | null;
  relationship: Relationship | null;
  declined: boolean;
};

function stillIn(tx: Tx, rater: RaterActor) {
  return requestsTo(tx, rater)
    .where(takesPart)
    .select(["request.id", "request.roundId", "request.subjectId", "request.relationship"])
    .select(["request.state", "subject.name as subjectName"])
    .select(["round.name as roundName", "round.state as roundState", "round.kind as roundKind"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof stillIn>["execute"]>>[number];

function declinable({ state, relationship, ...row }: Row): DeclinableRequest {
  if (relationship !== null && !isRelationship(relationship))
    throw new Error("unknown relationship");
  const declined = state === "declined";
  return { ...row, relationship, declined, roundState: roundState(row.roundState) };
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
    .where("request.id", "=", id)
    .where("request.state", "in", ["invited", "declined"])
    .where((eb) =>
      eb.or([eb("request.relationship", "is", null), eb("request.relationship", "!=", "self")]),
    )
    .executeTakeFirst();
  return row ? declinable(row) : null;
}

/** What this person has declined and may still answer after all, by name. */
export async function declinedRequests(tx: Tx, rater: RaterActor): Promise<DeclinableRequest[]> {
  const rows = await stillIn(tx, rater)
    .where("request.state", "=", "declined")
    .where("round.state", "=", "collecting")
    .orderBy(sql`coalesce(subject.name, round.name)`)
    .orderBy("request.id")
    .execute();
  return rows.map(declinable);
}

/**
 * Whether a request that stood open has been declined or taken off meanwhile. A statement of its own, so that it sees
 * what was stored while the one before it waited for the round; no lock on the request, which would tie it to the
 * answer on disk.
 */
export async function takenOffSince(
  tx: Tx,
  scope: { organisationId: string },
  request: { id: string },
): Promise<"declined" | "withdrawn" | null> {
  const row = await tx
    .selectFrom(lentAnyRequests(scope))
    .leftJoin(lentSubjects(scope), (join) => join.onRef("subject.id", "=", "request.subjectId"))
    .where("request.id", "=", request.id)
    .select(["request.state", "subject.withdrawn"])
    .executeTakeFirst();
  if (row?.state === "declined") return "declined";
  return row?.state === "invited" && !row.withdrawn ? null : "withdrawn";
}
