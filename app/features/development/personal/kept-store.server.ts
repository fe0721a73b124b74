import { sql } from "kysely";
import { forgetGrantsOn, namesOfPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Old, Picking } from "~/platform/feature/retention.ts";
import { PLAN } from "../plan/granted-plan.ts";
import { deletePlans } from "./personal-store.server.ts";

/** What has an end, and is forgotten some years after it. */
type Ending = "plan" | "practice";

/** What was over before a day, but for that of who is spared. */
function overBefore(
  tx: Tx,
  { organisationId }: OrganisationScope,
  table: Ending,
  { before, spared }: Old,
) {
  return tx
    .selectFrom(table)
    .where("organisationId", "=", organisationId)
    .where("endedOn", "<", before)
    .where(sql<boolean>`person_id <> ALL(${spared.people}::uuid[])`);
}

/** How many of a table were over before a day. */
export function countOver(table: Ending) {
  return async (tx: Tx, scope: OrganisationScope, old: Old): Promise<number> => {
    const { count } = await overBefore(tx, scope, table, old)
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(count);
  };
}

/** Some of them, in the order of their ids, by whose they are and when they ended. */
export function pickOver(table: Ending) {
  return async (
    tx: Tx,
    scope: OrganisationScope,
    { after, most, ...old }: Old & Picking,
  ): Promise<{ id: string; name: string }[]> => {
    const rows = await overBefore(tx, scope, table, old)
      .$if(after !== null, (query) => query.where("id", ">", after ?? ""))
      .select(["id", "personId", "endedOn"])
      .orderBy("id")
      .limit(most)
      .execute();
    const people = [...new Set(rows.map(({ personId }) => personId))];
    const names = await namesOfPeople(tx, scope, people);
    return rows.map(({ id, personId, endedOn }) => ({
      id,
      name: `${names.get(personId) ?? ""}: ${endedOn ?? ""}`,
    }));
  };
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
