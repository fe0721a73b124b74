import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Seal, SealedText } from "./audit-chain.ts";

/** All that a record says, as one text that is the same whenever it is read. */
const SAID = sql<string>`jsonb_build_array(
  r.id, to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), r.account_id, r.action, r.subject_kind,
  r.subject_id, r.detail)::text`;

/** A place in the order in which records are sealed: the time of one as the database has it, and its id. */
export type RecordPlace = { at: string; id: string };

/**
 * Those that no seal holds yet of the next so many records after a place; null: of the first. With the place of the last
 * that was looked at; null where there is none.
 */
export async function unsealedAmong(
  tx: Tx,
  { organisationId }: OrganisationScope,
  { after, most }: { after: RecordPlace | null; most: number },
): Promise<{ unsealed: SealedText[]; looked: number; last: RecordPlace | null }> {
  const beyond = after
    ? sql`(r.at, r.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql`true`;
  // One look at the links for each, however many there are: joined in any other way, all of them would be read each time.
  const { rows } = await sql<{ id: string; at: string; said: string | null }>`
    SELECT r.id, r.at::text AS at, CASE WHEN link.seal IS NULL THEN ${SAID} END AS said
      FROM (SELECT * FROM audit_record r
             WHERE r.organisation_id = ${organisationId}::uuid AND ${beyond}
             ORDER BY r.at, r.id LIMIT ${most}) AS r
      LEFT JOIN LATERAL (SELECT l.seal FROM audit_link l
                          WHERE l.organisation_id = ${organisationId}::uuid AND l.record_id = r.id LIMIT 1) AS link ON true
     ORDER BY r.at, r.id
  `.execute(tx.withoutPlugins());
  const unsealed = rows.flatMap(({ id, said }) => (said === null ? [] : [{ id, said }]));
  return { unsealed, looked: rows.length, last: rows.at(-1) ?? null };
}

export async function countUnsealed(tx: Tx, { organisationId }: OrganisationScope) {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM audit_record r
     WHERE r.organisation_id = ${organisationId}::uuid
       AND NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.organisation_id = r.organisation_id AND l.record_id = r.id)
  `.execute(tx.withoutPlugins());
  return rows[0]?.count ?? 0;
}

/**
 * Long before the newest record of a seal: whatever was recorded earlier is sealed, but for what a transaction that
 * took longer than that wrote, or a clock that was put back.
 */
export async function placeBefore(
  tx: Tx,
  { organisationId }: OrganisationScope,
  seal: number,
  hours: number,
): Promise<RecordPlace | null> {
  const { rows } = await sql<{ at: string | null }>`
    SELECT (max(r.at) - make_interval(hours => ${hours}))::text AS at
      FROM audit_link l JOIN audit_record r ON r.organisation_id = l.organisation_id AND r.id = l.record_id
     WHERE l.organisation_id = ${organisationId}::uuid AND l.seal = ${seal}
  `.execute(tx.withoutPlugins());
  const at = rows[0]?.at ?? null;
  return at === null ? null : { at, id: LOWEST_ID };
}

const LOWEST_ID = "00000000-0000-0000-0000-000000000000";

/** The seal at the end of the chain; null before the first. */
export async function lastSeal(tx: Tx, scope: OrganisationScope): Promise<Seal | null> {
  return (await sealsFrom(tx, scope, "newest", 1))[0] ?? null;
}

/** Seals in the order of their numbers, after this one. */
export function sealsAfter(tx: Tx, scope: OrganisationScope, number: number, most: number) {
  return sealsFrom(tx, scope, number, most);
}

async function sealsFrom(
  tx: Tx,
  { organisationId }: OrganisationScope,
  after: number | "newest",
  most: number,
): Promise<Seal[]> {
  const query = tx
    .selectFrom("auditSeal")
    .where("organisationId", "=", organisationId)
    .select(["number", "records", "digest", "keyMark"])
    .limit(most);
  return after === "newest"
    ? query.orderBy("number", "desc").execute()
    : query.where("number", ">", after).orderBy("number").execute();
}

/** The records that these seals hold and that are there, by seal. */
export async function recordsOfSeals(
  tx: Tx,
  { organisationId }: OrganisationScope,
  seals: readonly number[],
): Promise<Map<number, SealedText[]>> {
  const { rows } = await sql<SealedText & { seal: number }>`
    SELECT l.seal, r.id, ${SAID} AS said
      FROM audit_link l JOIN audit_record r ON r.organisation_id = l.organisation_id AND r.id = l.record_id
     WHERE l.organisation_id = ${organisationId}::uuid AND l.seal = ANY(${seals}::int[])
  `.execute(tx.withoutPlugins());
  return Map.groupBy(rows, ({ seal }) => seal);
}

/** False when another process has sealed meanwhile, and then nothing is done. */
export async function insertSeal(
  tx: Tx,
  { organisationId }: OrganisationScope,
  seal: Seal & { sealedOn: string },
  recordIds: readonly string[],
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("auditSeal")
    .values({ organisationId, ...seal })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return false;
  await sql`
    INSERT INTO audit_link (organisation_id, record_id, seal)
    SELECT ${organisationId}::uuid, id, ${seal.number} FROM unnest(${recordIds}::uuid[]) AS id
  `.execute(tx);
  return true;
}
