import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Old, Picking } from "~/platform/feature/retention.ts";

/** What is forgotten some years after a day of its own. HR are shown that day alone: nobody learns whose it is. */
type Kept = { table: "time_week" | "clear_out"; person: string; day: string };

const KEPT = {
  weeks: { table: "time_week", person: "person_id", day: "week_on" },
  clearOuts: { table: "clear_out", person: "leader_id", day: "closed_on" },
} as const satisfies Record<string, Kept>;

export type KeptByDay = keyof typeof KEPT;

function oldOnes({ organisationId }: OrganisationScope, of: KeptByDay, { before, spared }: Old) {
  const { table, person, day } = KEPT[of];
  return sql`FROM ${sql.table(table)} WHERE organisation_id = ${organisationId}
    AND ${sql.ref(day)} < ${before}::date AND ${sql.ref(person)} <> ALL(${spared.people}::uuid[])`;
}

export function countByDay(of: KeptByDay) {
  return async (tx: Tx, scope: OrganisationScope, old: Old): Promise<number> => {
    const { rows } = await sql<{
      count: string;
    }>`SELECT count(*) ${oldOnes(scope, of, old)}`.execute(tx);
    return Number(rows[0]?.count ?? 0);
  };
}

/** Some of them, in the order of their ids. */
export function pickByDay(of: KeptByDay) {
  return async (
    tx: Tx,
    scope: OrganisationScope,
    { after, most, ...old }: Old & Picking,
  ): Promise<{ id: string; name: string }[]> => {
    const since = after === null ? sql`` : sql`AND id > ${after}::uuid`;
    const { rows } = await sql<{ id: string; name: string }>`
      SELECT id, to_char(${sql.ref(KEPT[of].day)}, 'YYYY-MM-DD') AS name
      ${oldOnes(scope, of, old)} ${since} ORDER BY id LIMIT ${most}`.execute(tx);
    return rows;
  };
}

/** @returns how many were forgotten. */
export function forgetByDay(of: KeptByDay) {
  return async (tx: Tx, scope: OrganisationScope, ids: readonly string[]): Promise<number> => {
    const { numAffectedRows = 0n } = await sql`DELETE FROM ${sql.table(KEPT[of].table)}
      WHERE organisation_id = ${scope.organisationId} AND id = ANY(${ids}::uuid[])`.execute(tx);
    return Number(numAffectedRows);
  };
}
