import { sql } from "kysely";
import { forgetGrantsOn, namesOfPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Old, Picking } from "~/platform/feature/retention.ts";
import { PLAN } from "../plan/granted-plan.ts";
import { deletePlans } from "./personal-store.server.ts";

/** Plans that were over before a day, but for those of who is spared. */
function oldPlans(tx: Tx, { organisationId }: OrganisationScope, { before, spared }: Old) {
  return tx
    .selectFrom("plan")
    .where("organisationId", "=", organisationId)
    .where("endedOn", "<", before)
    .where(sql<boolean>`person_id <> ALL(${spared.people}::uuid[])`);
}

export async function countOldPlans(tx: Tx, scope: OrganisationScope, old: Old): Promise<number> {
  const { count } = await oldPlans(tx, scope, old)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function pickOldPlans(
  tx: Tx,
  scope: OrganisationScope,
  { after, most, ...old }: Old & Picking,
): Promise<{ id: string; name: string }[]> {
  const rows = await oldPlans(tx, scope, old)
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

/** Deletes plans and who might read them. @returns how many. */
export async function forgetPlans(
  tx: Tx,
  scope: OrganisationScope,
  ids: readonly string[],
): Promise<number> {
  await forgetGrantsOn(tx, scope, PLAN, ids);
  return deletePlans(tx, scope, ids);
}
