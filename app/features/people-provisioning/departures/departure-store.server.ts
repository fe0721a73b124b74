import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

export type DepartureState = "left" | "held" | "stays";

/** What stands of departures: of one person, and how many there are of all. */
export async function departuresNow(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
  since: Date,
): Promise<{ left: number; held: number; stays: boolean }> {
  const rows = await tx
    .selectFrom("provisionedDeparture")
    .where("organisationId", "=", organisationId)
    .where((eb) =>
      eb.or([
        eb("state", "=", "held"),
        eb.and([eb("state", "=", "left"), eb("at", ">", since)]),
        eb.and([eb("state", "=", "stays"), eb("personId", "=", personId)]),
      ]),
    )
    .select("state")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .groupBy("state")
    .execute();
  const count = (state: DepartureState) =>
    Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { left: count("left"), held: count("held"), stays: count("stays") > 0 };
}

/** Notes what became of somebody's departure. */
export async function noteDeparture(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
  state: DepartureState,
  at: Date,
): Promise<void> {
  await tx
    .insertInto("provisionedDeparture")
    .values({ organisationId, personId, state, at })
    .onConflict((conflict) =>
      conflict.columns(["organisationId", "personId"]).doUpdateSet({ state, at }),
    )
    .execute();
}

/** They are wanted here: nothing of a departure stands any more. */
export async function forgetDeparture(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<void> {
  await tx
    .deleteFrom("provisionedDeparture")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .execute();
}

/** Whoever is in a state, in the order in which they came into it. */
export async function peopleIn(
  tx: Tx,
  { organisationId }: OrganisationScope,
  state: DepartureState,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("provisionedDeparture")
    .where("organisationId", "=", organisationId)
    .where("state", "=", state)
    .select("personId")
    .orderBy("at")
    .orderBy("personId")
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Puts people who are held into another state. */
export async function settleHeld(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personIds: readonly string[],
  state: "stays",
  at: Date,
): Promise<void> {
  await tx
    .updateTable("provisionedDeparture")
    .set({ state, at })
    .where("organisationId", "=", organisationId)
    .where("personId", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .where("state", "=", "held")
    .execute();
}

/** Forgets everything of some state; with `before`, only what is older. */
export async function forgetAll(
  tx: Tx,
  { organisationId }: OrganisationScope,
  state: DepartureState,
  before: Date | null = null,
): Promise<void> {
  await tx
    .deleteFrom("provisionedDeparture")
    .where("organisationId", "=", organisationId)
    .where("state", "=", state)
    .$if(before !== null, (query) => query.where("at", "<=", before as Date))
    .execute();
}
