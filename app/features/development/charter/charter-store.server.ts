import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import { isId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Charter, CharterFacts, CharterState, Partner } from "../domain/charter/charter.ts";

const COLUMNS = [
  ...(["id", "personId", "version", "managing", "leading", "partner", "state"] as const),
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

/** What others proposed and was not signed yet, or is signed, of these people; of everybody where none are named. */
export async function proposedCharters(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { partner, of }: { partner: Partner; of: readonly string[] | null },
): Promise<Charter[]> {
  const rows = await tx
    .selectFrom("charter")
    .where("organisationId", "=", organisationId)
    .where("partner", "=", partner)
    .where("state", "!=", "draft")
    .$if(of !== null, (query) => query.where("personId", "=", sql<string>`ANY(${of}::uuid[])`))
    .select(COLUMNS)
    .orderBy("personId")
    .orderBy("version", "desc")
    .execute();
  return rows.map(charterIn);
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
  charter: CharterFacts & Pick<Charter, "id" | "personId" | "version">,
): Promise<void> {
  await tx
    .insertInto("charter")
    .values({ organisationId, ...charter })
    .execute();
}

type Signing = "state" | "personSignedOn" | "partnerSignedOn" | "partnerId";
type Changes = Partial<CharterFacts & Pick<Charter, Signing | "returnedWhy" | "reviewOn">>;

export async function updateCharter(
  tx: Tx,
  { organisationId }: OrganisationScope,
  id: string,
  facts: Changes,
): Promise<void> {
  await tx
    .updateTable("charter")
    .set((eb) => ({ ...facts, revision: eb("revision", "+", 1) }))
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
