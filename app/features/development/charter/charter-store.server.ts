import { sql } from "kysely";
import { lentPeople } from "~/features/people/lent-reads.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Charter, CharterFacts, CharterState, Partner } from "../domain/charter/charter.ts";

const COLUMNS = [
  ...(["id", "personId", "version", "partner", "state"] as const),
  ...(["managingDuties as managing", "leadingDuties as leading"] as const),
  ...(["personSignedOn", "partnerSignedOn", "partnerId", "returnedWhy", "reviewOn"] as const),
  "revision" as const,
];

type Row = Omit<Charter, "partner" | "state"> & { partner: string; state: string };

const charterIn = (row: Row): Charter => ({
  ...{ ...row, partner: row.partner as Partner, state: row.state as CharterState },
});

/** All versions of somebody's charter, the latest first. */
export async function chartersOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<Charter[]> {
  const rows = await tx
    .selectFrom("charter")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(COLUMNS)
    .orderBy("version", "desc")
    .execute();
  return rows.map(charterIn);
}

/** One version, whoever asks; null where there is none. */
export async function storedCharter(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<Charter | null> {
  if (!isId(id)) return null;
  const row = await tx
    .selectFrom("charter")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .select(COLUMNS)
    .executeTakeFirst();
  return row ? charterIn(row) : null;
}

/** What was proposed to HR, or agreed with it, the latest of each person first. */
export async function chartersWithHr(tx: Tx, scope: OrganisationScope): Promise<Charter[]> {
  return (await proposedTo(tx, scope, "hr").execute()).map(charterIn);
}

/** What those whom somebody leads now proposed to whoever leads them, or agreed with them, the latest of each first. */
export async function chartersOfReports(
  tx: Tx,
  scope: OrganisationScope,
  managerId: string | null,
): Promise<Charter[]> {
  if (managerId === null) return [];
  const reports = lentPeople(scope);
  const rows = await proposedTo(tx, scope, "manager")
    .where("personId", "in", (eb) =>
      eb
        .selectFrom(reports)
        .where("person.managerId", "=", managerId)
        .where("person.status", "=", "active")
        .select("person.id"),
    )
    .execute();
  return rows.map(charterIn);
}

function proposedTo(tx: Tx, { organisationId }: OrganisationScope, partner: Partner) {
  return tx
    .selectFrom("charter")
    .where("organisationId", "=", organisationId)
    .where("partner", "=", partner)
    .where("state", "!=", "draft")
    .select(COLUMNS)
    .orderBy("personId")
    .orderBy("version", "desc");
}

/** Nobody else changes this person's charters until the transaction is over. */
export async function lockCharters(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  const key = `charters of ${organisationId} ${personId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

export async function insertCharter(
  tx: Tx,
  { organisationId }: OrganisationScope,
  {
    managing: managingDuties,
    leading: leadingDuties,
    ...charter
  }: CharterFacts & Pick<Charter, "id" | "personId" | "version">,
): Promise<void> {
  await tx
    .insertInto("charter")
    .values({ organisationId, ...charter, managingDuties, leadingDuties })
    .execute();
}

type Signing = "state" | "personSignedOn" | "partnerSignedOn" | "partnerId";
type Changes = Partial<CharterFacts & Pick<Charter, Signing | "returnedWhy" | "reviewOn">>;

export async function updateCharter(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  { managing: managingDuties, leading: leadingDuties, ...facts }: Changes,
): Promise<void> {
  // What is left out stays as it is.
  const duties = managingDuties === undefined ? {} : { managingDuties, leadingDuties };
  await tx
    .updateTable("charter")
    .set((eb) => ({ ...facts, ...duties, revision: eb("revision", "+", 1) }))
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}

/** Throws a draft away. */
export async function deleteCharter(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom("charter")
    .where("organisationId", "=", organisationId)
    .where("id", "=", id)
    .execute();
}
