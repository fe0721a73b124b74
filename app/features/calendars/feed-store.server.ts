import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

type Own = OrganisationScope & { personId: string };
export type Feed = { feedId: string; madeOn: string };

/** Somebody's feed; null where they have none. */
export async function feedOf(tx: Tx, { organisationId, personId }: Own): Promise<Feed | null> {
  const row = await tx
    .selectFrom("calendarFeed")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select(["feedId", "madeOn"])
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Gives somebody a feed in place of the one that is named, or of none. @returns whether that was still theirs: another
 * press may have come before.
 */
export async function replaceFeed(
  tx: Tx,
  { organisationId, personId }: Own,
  replaces: string | null,
  feed: Feed,
): Promise<boolean> {
  if (replaces === null) {
    const { numInsertedOrUpdatedRows: made = 0n } = await tx
      .insertInto("calendarFeed")
      .values({ organisationId, personId, ...feed })
      .onConflict((conflict) => conflict.columns(["organisationId", "personId"]).doNothing())
      .executeTakeFirst();
    return made > 0n;
  }
  const { numUpdatedRows } = await tx
    .updateTable("calendarFeed")
    .set(feed)
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .where("feedId", "=", replaces)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @returns whether there was one. */
export async function deleteFeed(tx: Tx, { organisationId, personId }: Own): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("calendarFeed")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
