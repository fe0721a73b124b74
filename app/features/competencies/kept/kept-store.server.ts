import { sql } from "kysely";
import { namesOfPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Old, Picking } from "~/platform/feature/retention.ts";

/** Evidence that was said before a day and counts no longer than until then, but for those who are spared. */
function oldEvidence(tx: Tx, { organisationId }: OrganisationScope, { before, spared }: Old) {
  return tx
    .selectFrom("evidence")
    .where("organisationId", "=", organisationId)
    .where("saidOn", "<", before)
    .where((eb) => eb.or([eb("expiresOn", "is", null), eb("expiresOn", "<", before)]))
    .where(sql<boolean>`person_id <> ALL(${spared.people}::uuid[])`);
}

export async function countOldEvidence(
  tx: Tx,
  scope: OrganisationScope,
  old: Old,
): Promise<number> {
  const { count } = await oldEvidence(tx, scope, old)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function pickOldEvidence(
  tx: Tx,
  scope: OrganisationScope,
  { after, most, ...old }: Old & Picking,
): Promise<{ id: string; name: string }[]> {
  const rows = await oldEvidence(tx, scope, old)
    .$if(after !== null, (query) => query.where("id", ">", after ?? ""))
    .select(["id", "personId", "saidOn"])
    .orderBy("id")
    .limit(most)
    .execute();
  const names = await namesOfPeople(tx, scope, [...new Set(rows.map(({ personId }) => personId))]);
  return rows.map(({ id, personId, saidOn }) => ({
    id,
    name: `${names.get(personId) ?? ""}: ${saidOn}`,
  }));
}

export async function forgetEvidence(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ids: readonly string[],
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("evidence")
    .where("organisationId", "=", organisationId)
    .where("id", "=", sql<string>`ANY(${ids}::uuid[])`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
