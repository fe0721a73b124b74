import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type Own = OrganisationScope & { personId: string };

/** The kinds of letter that somebody does without. */
export async function declinedKinds(tx: Tx, { organisationId, personId }: Own): Promise<string[]> {
  const rows = await tx
    .selectFrom("declinedLetter")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select("kind")
    .orderBy("kind")
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Which of these people do without which of these kinds, each as "person kind". */
export async function declinesAmong(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personIds: readonly string[],
  kinds: readonly string[],
): Promise<Set<string>> {
  if (personIds.length === 0 || kinds.length === 0) return new Set();
  const rows = await tx
    .selectFrom("declinedLetter")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .where("kind", "in", kinds)
    .select(["personId", "kind"])
    .execute();
  return new Set(rows.map(({ personId, kind }) => `${personId} ${kind}`));
}

/** Adds one kind to what somebody does without, or takes it away. */
export async function markDeclined(
  tx: Tx,
  { organisationId, personId }: Own,
  kind: string,
  isDeclined: boolean,
): Promise<void> {
  if (isDeclined) {
    await tx
      .insertInto("declinedLetter")
      .values({ organisationId, personId, kind })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return;
  }
  await tx
    .deleteFrom("declinedLetter")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .where("kind", "=", kind)
    .execute();
}

/** Replaces what somebody does without. */
export async function replaceDeclined(
  tx: Tx,
  { organisationId, personId }: Own,
  kinds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom("declinedLetter")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
  if (kinds.length === 0) return;
  await tx
    .insertInto("declinedLetter")
    .values(kinds.map((kind) => ({ organisationId, personId, kind })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What is done without under the record that goes is so under the other. */
export async function moveDeclined(
  tx: Tx,
  { organisationId, personId }: Own,
  toPersonId: string,
): Promise<void> {
  await sql`
    INSERT INTO declined_letter (organisation_id, person_id, kind)
    SELECT organisation_id, ${toPersonId}::uuid, kind FROM declined_letter
     WHERE organisation_id = ${organisationId}::uuid AND person_id = ${personId}::uuid
        ON CONFLICT DO NOTHING
  `.execute(tx);
}
