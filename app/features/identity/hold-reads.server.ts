import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { type ChangeState, type Hold, holdOf } from "./domain/address-change.ts";

/**
 * Whose ways in are shut because their address was changed, by person; whoever is missing is free. Asked by every letter with a link,
 * every link and every way to an account, and by whatever comes later. Ask after the address and the version of the links were
 * read: then a change that comes in between is seen, or the link is one that has ended.
 */
export async function holdsOn(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, Hold>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("addressChange")
    .where("organisationId", "=", scope.organisationId)
    .where("personId", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .where("state", "in", ["waiting", "refused"])
    .select(["personId", "changedAt", "waitDays", "state"])
    .execute();
  return new Map(
    rows.flatMap(({ personId, state, ...row }) => {
      const hold = holdOf({ ...row, state: changeState(state) }, now);
      return hold ? [[personId, hold] as const] : [];
    }),
  );
}

const STATES: readonly ChangeState[] = [
  "waiting",
  "refused",
  "confirmed",
  "passed",
  "returned",
  "replaced",
];

/** @throws for a state there is not. */
export function changeState(stored: string): ChangeState {
  const known = STATES.find((state) => state === stored);
  if (!known) throw new Error("unknown state of a change");
  return known;
}
