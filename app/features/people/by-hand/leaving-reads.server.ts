import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** Who is to become inactive by a day, with the day noted of each. */
export async function leavingBy(
  tx: Tx,
  scope: OrganisationScope,
  day: string,
): Promise<{ id: string; on: string }[]> {
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .where("leavesOn", "<=", day)
    .select(["id", "leavesOn"])
    .orderBy("leavesOn")
    .orderBy("id")
    .execute();
  return rows.flatMap(({ id, leavesOn }) => (leavesOn === null ? [] : [{ id, on: leavesOn }]));
}

/** The next day on which somebody is to become inactive; null when none is noted. */
export async function nextLeaving(tx: Tx, scope: OrganisationScope): Promise<string | null> {
  const row = await tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .select((eb) => eb.fn.min("leavesOn").as("on"))
    .executeTakeFirst();
  return row?.on ?? null;
}
