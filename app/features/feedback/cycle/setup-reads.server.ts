import type { DisclosurePolicy } from "@twohats/disclosure";
import type { Actor } from "~/features/identity/index.ts";
import { storedPolicy } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";

/** What a cycle promises its raters; for one participant's see `policyForList`. */
export async function policyOf(tx: Tx, actor: Actor, cycleId: string): Promise<DisclosurePolicy> {
  const row = await tx
    .selectFrom("cycle")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", cycleId)
    .select("disclosurePolicy")
    .executeTakeFirstOrThrow();
  return storedPolicy(row.disclosurePolicy);
}

/** Someone who is to be asked, and about how many people. */
export type PersonAsked = { name: string; requests: number; reachable: boolean };

/** Everyone a launch would ask, by name. Reachable are those with an address who still work here. HR only. */
export async function peopleAsked(tx: Tx, actor: Actor, cycleId: string): Promise<PersonAsked[]> {
  if (!mayRunRounds(actor)) return [];
  const rows = await tx
    .selectFrom("rater")
    .innerJoin("person", (join) =>
      join
        .onRef("person.organisationId", "=", "rater.organisationId")
        .onRef("person.id", "=", "rater.personId"),
    )
    .where("rater.organisationId", "=", actor.organisationId)
    .where("rater.cycleId", "=", cycleId)
    .groupBy(["person.id", "person.name", "person.email", "person.status"])
    .select((eb) => [
      "person.name",
      "person.email",
      "person.status",
      eb.fn.countAll<number>().as("requests"),
    ])
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
  return rows.map(({ name, email, status, requests }) => ({
    name,
    requests: Number(requests),
    reachable: email !== null && status === "active",
  }));
}
