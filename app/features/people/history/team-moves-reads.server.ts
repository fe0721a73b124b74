import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { mayChangePeople } from "../policy.ts";

/** That somebody came into a team since a moment, or changed teams. */
export type TeamMove = {
  personId: string;
  /** Whom they reported to at that moment; null: nobody, or they were not in the directory yet. */
  managerThen: string | null;
  managerNow: string | null;
  here: boolean;
  /** A calendar date: when they were added, or last given another manager. */
  on: string;
};

const moves = z.array(
  z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
);

/**
 * Of these people, and of those who report to these managers now, who was added or given another manager since a
 * moment. HR only: nothing for others.
 */
export async function teamMoves(
  tx: Tx,
  actor: Actor,
  { people, managers }: { people: readonly string[]; managers: readonly string[] },
  { since, zone }: { since: Date; zone: string },
): Promise<TeamMove[]> {
  if (!mayChangePeople(actor)) return [];
  const rows = await tx
    .selectFrom("person")
    .innerJoin("personChange", (join) =>
      join
        .on("personChange.organisationId", "=", actor.organisationId)
        .onRef("personChange.personId", "=", "person.id"),
    )
    .where("person.organisationId", "=", actor.organisationId)
    .where("person.external", "=", false)
    .where(
      sql<boolean>`(person.id = ANY(${people}::uuid[]) OR person.manager_id = ANY(${managers}::uuid[]))`,
    )
    .where("personChange.at", ">=", since)
    .where(
      sql<boolean>`person_change.changes @> ANY(ARRAY['[{"field":"manager"}]', '[{"field":"added"}]']::jsonb[])`,
    )
    .select(["person.id", "person.managerId", "person.status"])
    .select(["personChange.at", "personChange.changes"])
    .orderBy("personChange.revision")
    .execute();
  return [...Map.groupBy(rows, (row) => row.id)].flatMap(([personId, own]): TeamMove[] => {
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const managerThen = moves.parse(first.changes).find(({ field }) => field === "manager")?.from;
    return [
      {
        ...{ personId, managerThen: managerThen ?? null, managerNow: first.managerId },
        ...{ here: first.status === "active", on: dateIn(zone, last.at) },
      },
    ];
  });
}
