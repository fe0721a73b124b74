import { sql } from "kysely";
import { type Actor, unitsOf } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { ListedPerson } from "../domain/people-list.ts";
import { mayLookUpPeople } from "../policy.ts";

const KEYS_PER_STATEMENT = 5_000;

/**
 * People by e-mail address or employee id, both in small letters: active, former, or from outside. HR only; HR of units
 * knows nobody else by them.
 */
export async function peopleByIdentifiers(
  tx: Tx,
  actor: Actor,
  keys: readonly string[],
): Promise<(ListedPerson & { name: string; hasAddress: boolean })[]> {
  const units = unitsOf(actor);
  if (!mayLookUpPeople(actor)) return [];
  const found = new Map<string, ListedPerson & { name: string; hasAddress: boolean }>();
  for (let start = 0; start < keys.length; start += KEYS_PER_STATEMENT) {
    const some = sql<string>`ANY(${keys.slice(start, start + KEYS_PER_STATEMENT)}::text[])`;
    const rows = await tx
      .selectFrom("person")
      .where("organisationId", "=", actor.organisationId)
      .where((eb) =>
        eb.or([eb("emailKey", "=", some), eb(sql<string>`lower(employee_id)`, "=", some)]),
      )
      .$if(units !== null, (query) =>
        query.where("department", "=", sql<string>`ANY(${units}::text[])`),
      )
      .select(["id", "name", "emailKey", "employeeId", "status", "external"])
      .execute();
    for (const { status, ...person } of rows)
      found.set(person.id, {
        ...person,
        active: status === "active",
        hasAddress: person.emailKey !== null,
      });
  }
  return [...found.values()];
}
