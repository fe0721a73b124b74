import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

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
