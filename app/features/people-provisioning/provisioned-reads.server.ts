import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { mayProvision } from "./policy.ts";

export type Kept = { people: number; awaiting: number; groups: number };

/** How many people and groups an identity provider keeps, and who waits for a manager. Administrators only. */
export async function countsKept(tx: Tx, actor: Actor): Promise<Kept> {
  if (!mayProvision(actor)) return { people: 0, awaiting: 0, groups: 0 };
  const people = await tx
    .selectFrom("provisionedPerson")
    .where("organisationId", "=", actor.organisationId)
    .select((eb) => [
      eb.fn.countAll<number>().as("all"),
      eb.fn.count<number>("awaitedManager").as("awaiting"),
    ])
    .executeTakeFirstOrThrow();
  const groups = await tx
    .selectFrom("provisionedGroup")
    .where("organisationId", "=", actor.organisationId)
    .select((eb) => eb.fn.countAll<number>().as("all"))
    .executeTakeFirstOrThrow();
  const [all, awaiting] = [Number(people.all), Number(people.awaiting)];
  return { people: all, awaiting, groups: Number(groups.all) };
}
