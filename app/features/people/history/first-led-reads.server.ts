import { sql } from "kysely";
import type { Actor } from "~/features/identity/index.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { organisationZone } from "../zone-reads.server.ts";

/**
 * The day on which somebody first reported to whoever asks, as far as the history of people goes: a calendar date, or
 * null. Of oneself alone.
 */
export async function firstLedOn(tx: Tx, actor: Actor): Promise<string | null> {
  const { organisationId, personId } = actor;
  if (personId === null || actor.role === "leaver") return null;
  const came = JSON.stringify([{ field: "manager", to: personId }]);
  const first = await tx
    .selectFrom("personChange")
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "personChange.organisationId")
        .onRef("person.id", "=", "personChange.personId"),
    )
    .where("personChange.organisationId", "=", organisationId)
    .where(
      sql<boolean>`(person_change.changes @> ${came}::jsonb
        OR (person.manager_id = ${personId} AND person_change.changes @> '[{"field":"added"}]'::jsonb))`,
    )
    .select((eb) => eb.fn.min("personChange.at").as("at"))
    .executeTakeFirst();
  return first?.at ? dateIn(await organisationZone(tx, actor), first.at) : null;
}
