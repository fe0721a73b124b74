import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { waitOver } from "../domain/address-change.ts";

/** A change of someone's address by others: when, by whom, and from when on it lets somebody in. */
export type Readdressing = { at: Date; until: Date; makers: string[] };

/**
 * When and by whom these people's addresses were changed, by person; without what they confirmed themselves or what was
 * undone.
 */
export async function readdressings(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<Map<string, Readdressing[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("addressChange")
    .where("organisationId", "=", scope.organisationId)
    .where("personId", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .where("state", "!=", "returned")
    .where(
      sql<boolean>`NOT (state = 'confirmed' AND settled_how IN ('old-address', 'own-account'))`,
    )
    .select(["personId", "changedAt", "waitDays", "makers", "state", "settledAt"])
    .execute();
  const byPerson = Map.groupBy(rows, (row) => row.personId);
  return new Map(
    [...byPerson].map(([id, own]) => [
      id,
      own.map(({ makers, state, settledAt, ...row }) => ({
        at: row.changedAt,
        until: state === "confirmed" && settledAt ? settledAt : waitOver(row),
        makers,
      })),
    ]),
  );
}
