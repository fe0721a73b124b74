import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Chosen } from "../domain/period.ts";

/** What an organisation chose, by the kind's name. */
export async function chosenPeriods(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<Map<string, Chosen>> {
  const rows = await tx
    .selectFrom("retentionPeriod")
    .where("organisationId", "=", organisationId)
    .select(["kind", "years", "holdsFrom", "yearsBefore as before"])
    .execute();
  return new Map(rows.map(({ kind, ...chosen }) => [kind, chosen]));
}

export async function savePeriod(
  tx: Tx,
  { organisationId }: OrganisationScope,
  kind: string,
  { years, before, holdsFrom }: Chosen,
): Promise<void> {
  const chosen = { years, yearsBefore: before, holdsFrom };
  await tx
    .insertInto("retentionPeriod")
    .values({ organisationId, kind, ...chosen })
    .onConflict((conflict) => conflict.columns(["organisationId", "kind"]).doUpdateSet(chosen))
    .execute();
}

/**
 * Nobody else forgets, erases or puts a hold until this transaction ends: what is looked at here is still so when it is
 * done. Taken before anything that is of people or rounds. @returns for which night was forgotten last.
 */
export async function lockForgetting(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<string | null> {
  await tx
    .insertInto("retentionRun")
    .values({ organisationId, ranOn: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { ranOn } = await tx
    .selectFrom("retentionRun")
    .where("organisationId", "=", organisationId)
    .select("ranOn")
    .forUpdate()
    .executeTakeFirstOrThrow();
  return ranOn;
}

/** For which night was forgotten last; null before the first. */
export async function lastNight(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<string | null> {
  const row = await tx
    .selectFrom("retentionRun")
    .where("organisationId", "=", organisationId)
    .select("ranOn")
    .executeTakeFirst();
  return row?.ranOn ?? null;
}

export async function noteNight(
  tx: Tx,
  { organisationId }: OrganisationScope,
  ranOn: string,
): Promise<void> {
  await tx
    .updateTable("retentionRun")
    .where("organisationId", "=", organisationId)
    .set({ ranOn })
    .execute();
}
