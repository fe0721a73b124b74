import { type Selectable, sql, type Updateable } from "kysely";
import { isRelationship, type Relationship } from "~/features/questionnaires/domain/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Request as RequestTable } from "~/platform/db/schema.gen.ts";
import { lentAnyRequests, lentRequests } from "../lent-reads.server.ts";
import type { RoundKey } from "./round-store.server.ts";

/** Who is asked about whom, as what. */
export type RequestRow = Omit<Selectable<RequestTable>, "relationship" | "subjectId"> & {
  relationship: Relationship;
  subjectId: string;
};

/** Someone to be asked about a subject. */
export type NewRequest = Pick<
  RequestRow,
  "id" | "subjectId" | "personId" | "relationship" | "bySubject"
>;

const MANY = 200;

/**
 * Adds requests in one statement; someone already asked about a subject stays as they are. PostgreSQL keeps the plan
 * with which it checks that a request's subject exists; one made while there were few reads all of them each time.
 */
export async function insertRequests(
  tx: Tx,
  round: RoundKey,
  requests: readonly NewRequest[],
): Promise<void> {
  if (requests.length === 0) return;
  if (requests.length >= MANY) await sql`DISCARD PLANS`.execute(tx);
  const column = (name: "id" | "subjectId" | "personId" | "relationship") =>
    requests.map((request) => request[name]);
  const bySubject = requests.map((request) => request.bySubject);
  await sql`
    INSERT INTO request (organisation_id, id, round_id, subject_id, person_id, relationship, by_subject, state)
    SELECT ${round.organisationId}::uuid, id, ${round.id}::uuid, subject_id, person_id, relationship, by_subject, 'chosen'
      FROM unnest(${column("id")}::uuid[], ${column("subjectId")}::uuid[], ${column("personId")}::uuid[],
                  ${column("relationship")}::text[], ${bySubject}::boolean[])
           AS given (id, subject_id, person_id, relationship, by_subject)
    ON CONFLICT (organisation_id, subject_id, person_id) DO NOTHING
  `.execute(tx);
}

/** Asks these people about nobody but their own work, in one statement; whoever is asked already stays as they are. */
export async function insertRequestsAboutNobody(
  tx: Tx,
  round: RoundKey,
  requests: readonly { id: string; personId: string }[],
): Promise<void> {
  if (requests.length === 0) return;
  await sql`
    INSERT INTO request (organisation_id, id, round_id, person_id, by_subject, state)
    SELECT ${round.organisationId}::uuid, id, ${round.id}::uuid, person_id, false, 'chosen'
      FROM unnest(${requests.map(({ id }) => id)}::uuid[], ${requests.map(({ personId }) => personId)}::uuid[])
           AS given (id, person_id)
    ON CONFLICT (organisation_id, round_id, person_id) WHERE subject_id IS NULL DO NOTHING
  `.execute(tx);
}

/** Asks one person more; someone already asked about this subject stays as they are. */
export async function insertRequest(
  tx: Tx,
  round: RoundKey,
  request: NewRequest & Pick<RequestRow, "state" | "replaces">,
): Promise<void> {
  await tx
    .insertInto("request")
    .values({ organisationId: round.organisationId, roundId: round.id, ...request })
    .onConflict((conflict) =>
      conflict.columns(["organisationId", "subjectId", "personId"]).doNothing(),
    )
    .execute();
}

/** Everyone who was ever asked about a subject. */
export async function requestsAbout(
  tx: Tx,
  scope: OrganisationScope,
  subjectId: string,
): Promise<RequestRow[]> {
  const rows = await tx
    .selectFrom(lentRequests(scope))
    .where("request.subjectId", "=", subjectId)
    .selectAll()
    .orderBy("id")
    .execute();
  return rows.map(requestRow);
}

/** Everyone who was ever asked in a round about somebody. */
export async function requestsOf(tx: Tx, round: RoundKey): Promise<RequestRow[]> {
  const rows = await tx
    .selectFrom(lentRequests(round))
    .where("request.roundId", "=", round.id)
    .selectAll()
    .execute();
  return rows.map(requestRow);
}

/** Everyone who was ever asked in a round, about whomever or nobody, once for each request. */
export async function everyoneAsked(
  tx: Tx,
  round: RoundKey,
): Promise<{ personId: string; state: string }[]> {
  return tx
    .selectFrom(lentAnyRequests(round))
    .where("request.roundId", "=", round.id)
    .select(["request.personId", "request.state"])
    .execute();
}

/** One request, locked. The round is locked before it, as everywhere. */
export async function lockRequest(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
): Promise<RequestRow | null> {
  if (!isId(id)) return null;
  const row = await tx
    .selectFrom(lentRequests(scope))
    .where("request.id", "=", id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row ? requestRow(row) : null;
}

export async function updateRequest(
  tx: Tx,
  scope: OrganisationScope,
  id: string,
  changes: Updateable<RequestTable>,
): Promise<void> {
  await tx
    .updateTable("request")
    .set(changes)
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", id)
    .execute();
}

/**
 * Takes a request off a list before launch. @returns what it was; null when there is none, or it is for someone's own
 * view.
 */
export async function deleteRequest(
  tx: Tx,
  scope: OrganisationScope,
  subjectId: string,
  requestId: string,
): Promise<{ personId: string; relationship: string; bySubject: boolean } | null> {
  if (!isId(requestId)) return null;
  const row = await tx
    .deleteFrom("request")
    .where("organisationId", "=", scope.organisationId)
    .where("subjectId", "=", subjectId)
    .where("id", "=", requestId)
    .where("relationship", "!=", "self")
    .returning(["personId", "relationship", "bySubject"])
    .executeTakeFirst();
  return row?.relationship ? { ...row, relationship: row.relationship } : null;
}

/** Takes everyone off these subjects' lists. Before launch only: nobody has answered. */
export async function clearRequests(
  tx: Tx,
  round: RoundKey,
  subjectIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom("request")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("subjectId", "=", sql<string>`ANY(${subjectIds}::uuid[])`)
    .execute();
}

/** Keeps only requests of these relationships. Before launch only. */
export async function keepRelationships(
  tx: Tx,
  round: RoundKey,
  relationships: readonly Relationship[],
): Promise<void> {
  await tx
    .deleteFrom("request")
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("relationship", "not in", relationships)
    .execute();
}

/** Moves requests of a round from one state to another. */
export async function moveRequests(
  tx: Tx,
  round: RoundKey,
  from: readonly string[],
  to: string,
): Promise<void> {
  await tx
    .updateTable("request")
    .set({ state: to })
    .where("organisationId", "=", round.organisationId)
    .where("roundId", "=", round.id)
    .where("state", "in", from)
    .execute();
}

function requestRow<Row extends { relationship: string }>(
  row: Row,
): Row & { relationship: Relationship } {
  const { relationship } = row;
  if (!isRelationship(relationship)) throw new Error("unknown relationship");
  return { ...row, relationship };
}
