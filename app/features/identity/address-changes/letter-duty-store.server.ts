import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { CHANGE_COLUMNS, type StoredChange, storedChange } from "./address-change-store.server.ts";

/** Changes of which the old address was not told yet, `most` of them, locked; from now on they count as told. */
export async function takeUntold(
  tx: Tx,
  scope: OrganisationScope,
  at: Date,
  most: number,
): Promise<(StoredChange & { oldAddress: string })[]> {
  const rows = await tx
    .updateTable("addressChange")
    .set({ toldAt: at })
    .where("organisationId", "=", scope.organisationId)
    .where("id", "in", (eb) =>
      eb
        .selectFrom("addressChange as untold")
        .where("untold.organisationId", "=", scope.organisationId)
        .where("untold.toldAt", "is", null)
        .where("untold.oldAddress", "is not", null)
        .select("untold.id")
        .orderBy("untold.id")
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .returning(CHANGE_COLUMNS)
    .execute();
  return rows.flatMap((row) =>
    row.oldAddress === null ? [] : [{ ...storedChange(row), oldAddress: row.oldAddress }],
  );
}

/** Changes that were refused and of which administrators were not told yet; from now on they count as told. */
export async function takeRefused(
  tx: Tx,
  scope: OrganisationScope,
  at: Date,
): Promise<StoredChange[]> {
  const rows = await tx
    .updateTable("addressChange")
    .set({ refusalToldAt: at })
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "refused")
    .where("refusalToldAt", "is", null)
    .returning(CHANGE_COLUMNS)
    .execute();
  return rows.map(storedChange);
}

/** Writes down whose wait is over by a moment. */
export async function notePassed(tx: Tx, scope: OrganisationScope, now: Date): Promise<void> {
  await tx
    .updateTable("addressChange")
    .set({ state: "passed", settledAt: now })
    .where("organisationId", "=", scope.organisationId)
    .where("state", "=", "waiting")
    .where(sql<boolean>`changed_at + make_interval(hours => 24 * wait_days) <= ${now}`)
    .execute();
}

/**
 * People who are free again and were not written to since: `most` of them, by person; from now on they count as written
 * to. Whoever's address was changed once more waits for that to end.
 */
export async function takeFreed(
  tx: Tx,
  scope: OrganisationScope,
  at: Date,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    WITH freed AS (
      SELECT DISTINCT person_id FROM address_change AS done
       WHERE organisation_id = ${scope.organisationId}::uuid AND followed_at IS NULL
         AND state IN ('confirmed', 'passed', 'returned')
         AND NOT EXISTS (SELECT FROM address_change AS still
                          WHERE still.organisation_id = done.organisation_id AND still.person_id = done.person_id
                            AND still.state IN ('waiting', 'refused'))
       LIMIT ${most})
    UPDATE address_change SET followed_at = ${at} FROM freed
     WHERE organisation_id = ${scope.organisationId}::uuid AND address_change.person_id = freed.person_id
       AND followed_at IS NULL
    RETURNING address_change.person_id
  `.execute(tx);
  return [...new Set(rows.map(({ personId }) => personId))];
}
