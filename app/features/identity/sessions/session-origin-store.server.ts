import { sql } from "kysely";
import type { Database } from "~/platform/db/database.server.ts";

/** By whose identity provider a session was opened, and so which organisation it enters: no other one. */
export type SessionOrigin = {
  organisationId: string;
  /** Its owners say that their provider asks for a second step itself. */
  bothSteps: boolean;
  /** The provider itself; null for a session from before that was written down. */
  providerId: string | null;
};

/** Writes down that a session, which nobody has yet, was opened by a provider. */
export async function keepOrigin(
  database: Database,
  sessionToken: string,
  { organisationId, bothSteps, providerId }: SessionOrigin,
): Promise<void> {
  const { numAffectedRows } = await sql`
    INSERT INTO auth.session_origin (session_id, organisation_id, both_steps, provider_id)
    SELECT "id", ${organisationId}::uuid, ${bothSteps}, ${providerId}::uuid FROM auth."session" WHERE "token" = ${sessionToken}
  `.execute(database);
  if (numAffectedRows !== 1n) throw new Error("a session that was opened is gone");
}

/** Null for a session that was opened by what is the account's own: a password, a link, a passkey. */
export async function originOf(
  database: Database,
  sessionToken: string,
): Promise<SessionOrigin | null> {
  const { rows } = await sql<SessionOrigin>`
    SELECT o.organisation_id AS "organisationId", o.both_steps AS "bothSteps",
           o.provider_id AS "providerId"
      FROM auth.session_origin o JOIN auth."session" s ON s."id" = o.session_id
     WHERE s."token" = ${sessionToken}
  `.execute(database.withoutPlugins());
  return rows[0] ?? null;
}
