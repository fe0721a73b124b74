import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

/** A unit of the organisation: a department, by the name the directory has for it. */
export type Unit = { name: string; people: number };

/** Every unit in which somebody is who is active, by name. */
export async function unitsIn(tx: Tx, scope: OrganisationScope): Promise<Unit[]> {
  const rows = await tx
    .selectFrom("person")
    .where("organisationId", "=", scope.organisationId)
    .where("status", "=", "active")
    .where("external", "=", false)
    .where("department", "is not", null)
    .where("department", "!=", "")
    .select("department as name")
    .select((eb) => eb.fn.countAll<number>().as("people"))
    .groupBy("department")
    .execute();
  const names = new Intl.Collator("en-GB", { numeric: true });
  return rows
    .flatMap(({ name, people }) => (name === null ? [] : [{ name, people: Number(people) }]))
    .sort((one, other) => names.compare(one.name, other.name));
}
