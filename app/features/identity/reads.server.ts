import type { Tx } from "~/platform/db/database.server.ts";
import type { Actor, Role } from "./domain/actor.ts";

export type MembershipView = {
  organisationId: string;
  organisationName: string;
  accountId: string;
  personId: string | null;
  role: Role;
};

/** The organisations an account belongs to. Runs in a transaction opened for that account (asAccount). */
export async function membershipsOf(tx: Tx, accountId: string): Promise<MembershipView[]> {
  const rows = await tx
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.organisationId", "membership.organisationId")
    .where("membership.accountId", "=", accountId)
    .select(["membership.organisationId", "organisation.name", "membership.accountId", "membership.personId", "membership.role"])
    .orderBy("organisation.name")
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisationId,
    organisationName: row.name,
    accountId: row.accountId,
    personId: row.personId,
    role: row.role === "admin" ? "admin" : "member",
  }));
}

/** The name of the actor's organisation. */
export async function organisationName(tx: Tx, actor: Actor): Promise<string> {
  const row = await tx
    .selectFrom("organisation")
    .where("organisationId", "=", actor.organisationId)
    .select("name")
    .executeTakeFirstOrThrow();
  return row.name;
}
