import { sql } from "kysely";
import { namesOfPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Old, Picking } from "~/platform/feature/retention.ts";

/** Practices that ended before a day, but for those of who is spared. */
function oldPractices(tx: Tx, { organisationId }: OrganisationScope, { before, spared }: Old) {
  return tx
    .selectFrom("practice")
    .where("organisationId", "=", organisationId)
    .where("endedOn", "<", before)
    .where(sql<boolean>`person_id <> ALL(${spared.people}::uuid[])`);
}

export async function countOldPractices(
  tx: Tx,
  scope: OrganisationScope,
  old: Old,
): Promise<number> {
  const { count } = await oldPractices(tx, scope, old)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function pickOldPractices(
  tx: Tx,
  scope: OrganisationScope,
  { after, most, ...old }: Old & Picking,
): Promise<{ id: string; name: string }[]> {
  const rows = await oldPractices(tx, scope, old)
    .$if(after !== null, (query) => query.where("id", ">", after ?? ""))
    .select(["id", "personId", "endedOn"])
    .orderBy("id")
    .limit(most)
    .execute();
  const names = await namesOfPeople(tx, scope, [...new Set(rows.map(({ personId }) => personId))]);
  return rows.map(({ id, personId, endedOn }) => ({
    id,
    name: `${names.get(personId) ?? ""}: ${endedOn ?? ""}`,
  }));
}

/** Deletes practices with how each day was: some by id, or all of a person. @returns how many. */
export async function forgetPractised(
  tx: Tx,
  { organisationId }: OrganisationScope,
  which: { ids: readonly string[] } | { personId: string },
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom("practice")
    .where("organisationId", "=", organisationId)
    .where(
      "ids" in which
        ? sql<boolean>`id = ANY(${which.ids}::uuid[])`
        : sql<boolean>`person_id = ${which.personId}::uuid`,
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
