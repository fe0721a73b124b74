import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Old, Picking } from "~/platform/feature/retention.ts";
import { displayName } from "../domain/display-name.ts";

/** What was changed of people before a day. */
function oldChanges(tx: Tx, { organisationId }: OrganisationScope, { before, spared }: Old) {
  return tx
    .selectFrom("personChange")
    .where("organisationId", "=", organisationId)
    .where(sql<boolean>`at < ${before}::date`)
    .where(sql<boolean>`person_id <> ALL(${spared.people}::uuid[])`);
}

export async function countOldChanges(tx: Tx, scope: OrganisationScope, old: Old): Promise<number> {
  const { count } = await oldChanges(tx, scope, old)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function pickOldChanges(
  tx: Tx,
  scope: OrganisationScope,
  { after, most, ...old }: Old & Picking,
): Promise<{ id: string; personId: string }[]> {
  return oldChanges(tx, scope, old)
    .$if(after !== null, (query) => query.where("id", ">", after ?? ""))
    .select(["id", "personId"])
    .orderBy("id")
    .limit(most)
    .execute();
}

export async function deleteChanges(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ids: readonly string[],
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("personChange")
    .where("organisationId", "=", organisationId)
    .where("id", "=", sql<string>`ANY(${ids}::uuid[])`)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Whoever left before a day and was not erased: those are as people from outside. */
function longGone(tx: Tx, { organisationId }: OrganisationScope, { before, spared }: Old) {
  return tx
    .selectFrom("person")
    .where("organisationId", "=", organisationId)
    .where("status", "=", "inactive")
    .where("external", "=", false)
    .where("inactiveSince", "<", before)
    .where(sql<boolean>`id <> ALL(${spared.people}::uuid[])`);
}

export async function countLongGone(tx: Tx, scope: OrganisationScope, old: Old): Promise<number> {
  const { count } = await longGone(tx, scope, old)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function pickLongGone(
  tx: Tx,
  scope: OrganisationScope,
  { after, most, ...old }: Old & Picking,
): Promise<{ id: string; name: string }[]> {
  const rows = await longGone(tx, scope, old)
    .$if(after !== null, (query) => query.where("id", ">", after ?? ""))
    .select(["id", "name", "preferredName", "familyName"])
    .orderBy("id")
    .limit(most)
    .execute();
  return rows.map((row) => ({ id: row.id, name: displayName(row) }));
}
