import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";
import type { Role } from "../domain/actor.ts";
import { type Limit, type Office, officeAmong, officeOf, type Rights } from "../domain/office.ts";

/** Somebody in office. */
export type Official = Rights & {
  office: Office;
  membershipId: string;
  /** May come in without the provider that the organisation demands. */
  breakGlass: boolean;
  /** Whether their account asks for a second step. */
  hasFactor: boolean;
  accountId: string;
  personId: string | null;
  name: string;
  email: string;
  since: Date;
  /** Who gave the role; null for whoever set the organisation up. */
  givenBy: string | null;
  /** When the account was let in. */
  memberSince: Date;
};

/** Everyone in office in an organisation whose account has not ended, longest first. */
export async function officialsOf(tx: Tx, scope: OrganisationScope): Promise<Official[]> {
  const { rows } = await overAccounts(
    tx,
    sql<Omit<Official, "office"> & { role: Role }>`
    SELECT m.role, m.owner, m.units, m.break_glass AS "breakGlass", m.id AS "membershipId", m.account_id AS "accountId", m.person_id AS "personId",
           u."name", u."email", m.role_since AS since,
           m.role_given_by AS "givenBy", m.created_at AS "memberSince",
           EXISTS (SELECT 1 FROM auth.second_factor f WHERE f.account_id = m.account_id) AS "hasFactor"
      FROM membership m JOIN auth."user" u ON u."id" = m.account_id
     WHERE m.organisation_id = ${scope.organisationId}::uuid AND m.role <> 'member' AND m.state = 'active'
     ORDER BY m.role_since, m.id
  `,
  );
  return rows.flatMap((row) => {
    const office = officeOf(row);
    return office ? [{ ...row, office }] : [];
  });
}

/** Those of them who administer the whole organisation: a limited office decides on nothing that concerns all. */
export async function administratorsOf(tx: Tx, scope: OrganisationScope): Promise<Official[]> {
  return (await officialsOf(tx, scope)).filter(
    ({ role, units }) => role === "admin" && units === null,
  );
}

export type Appointment = { personId: string; office: Office; units: Limit; at: Date };

/** Who was appointed and has no account yet. */
export async function appointmentsIn(tx: Tx, scope: OrganisationScope): Promise<Appointment[]> {
  const rows = await tx
    .selectFrom("appointment")
    .where("organisationId", "=", scope.organisationId)
    .select(["personId", "office", "units", "appointedAt as at"])
    .orderBy("appointedAt")
    .execute();
  return rows.map((row) => ({ ...row, office: officeAmong(row.office) }));
}
