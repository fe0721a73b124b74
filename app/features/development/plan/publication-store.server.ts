import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Since when a plan's person chose to show it to everybody; null where they have not. */
export async function publishedSince(
  tx: Tx,
  { organisationId }: OrganisationScope,
  planId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("planPublication")
    .where("organisationId", "=", organisationId)
    .where("planId", "=", planId)
    .select("publishedOn")
    .executeTakeFirst();
  return row?.publishedOn ?? null;
}

export async function insertPublication(
  tx: Tx,
  { organisationId }: OrganisationScope,
  publication: { planId: string; publishedOn: string },
): Promise<void> {
  await tx
    .insertInto("planPublication")
    .values({ organisationId, ...publication })
    .execute();
}

export async function deletePublication(
  tx: Tx,
  { organisationId }: OrganisationScope,
  planId: string,
): Promise<void> {
  await tx
    .deleteFrom("planPublication")
    .where("organisationId", "=", organisationId)
    .where("planId", "=", planId)
    .execute();
}

/** Plans that somebody works on and chose to show: ask `isShownToAll` before any of it is shown. */
export function publishedPlans(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<{ id: string; personId: string; publishedOn: string }[]> {
  return tx
    .selectFrom("planPublication")
    .innerJoin("plan", (join) =>
      join
        .onRef("plan.organisationId", "=", "planPublication.organisationId")
        .onRef("plan.id", "=", "planPublication.planId"),
    )
    .where("planPublication.organisationId", "=", organisationId)
    .where("plan.organisationId", "=", organisationId)
    .where("plan.endedOn", "is", null)
    .select(["plan.id", "plan.personId", "planPublication.publishedOn"])
    .orderBy("plan.id")
    .execute();
}
