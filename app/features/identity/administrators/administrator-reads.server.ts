import { sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";

export type Administrator = {
  membershipId: string;
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

/** Everyone with an administrator's role in an organisation whose account has not ended, longest in office first. */
export async function administratorsOf(tx: Tx, scope: OrganisationScope): Promise<Administrator[]> {
  const { rows } = await sql<Administrator>`
    SELECT m.id AS "membershipId", m.account_id AS "accountId", m.person_id AS "personId",
           u."name", u."email", m.role_since AS since,
           m.role_given_by AS "givenBy", m.created_at AS "memberSince"
      FROM membership m JOIN auth."user" u ON u."id" = m.account_id
     WHERE m.organisation_id = ${scope.organisationId}::uuid AND m.role = 'admin' AND m.state = 'active'
     ORDER BY m.role_since, m.id
  `.execute(tx.withoutPlugins());
  return rows;
}

export type Appointment = { personId: string; at: Date };

/** Who was appointed and has no account yet. */
export async function appointmentsIn(tx: Tx, scope: OrganisationScope): Promise<Appointment[]> {
  return tx
    .selectFrom("administratorAppointment")
    .where("organisationId", "=", scope.organisationId)
    .select(["personId", "appointedAt as at"])
    .orderBy("appointedAt")
    .execute();
}
