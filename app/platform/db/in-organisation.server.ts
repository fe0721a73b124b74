import { sql } from "kysely";
import type { Database, Tx } from "./database.server.ts";

/** Whose data a piece of work may touch. An actor is one; so is a job's payload. */
export type OrganisationScope = { readonly organisationId: string };

/**
 * Runs `work` in one transaction that sees the given organisation and no other.
 * Everything inside happens, or nothing does.
 */
export function inOrganisation<Result>(
  { database }: { database: Database },
  scope: OrganisationScope,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return database.transaction().execute(async (tx) => {
    await enterOrganisation(tx, scope);
    return work(tx);
  });
}

/** From here on the transaction sees the given organisation and no other. */
export async function enterOrganisation(tx: Tx, scope: OrganisationScope): Promise<void> {
  await sql`SELECT set_config('twohats.organisation_id', ${scope.organisationId}, true)`.execute(
    tx,
  );
}

/** Runs `work` for an account that has not chosen an organisation: it sees its own memberships only. */
export function asAccount<Result>(
  { database }: { database: Database },
  accountId: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return database.transaction().execute(async (tx) => {
    await sql`SELECT set_config('twohats.account_id', ${accountId}, true)`.execute(tx);
    return work(tx);
  });
}

/** Runs `work` for no organisation: it sees which there are on this server, and nothing that belongs to one. */
export function asTimekeeper<Result>(
  { database }: { database: Database },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return database.transaction().execute(async (tx) => {
    await sql`SELECT set_config('twohats.keeping_time', 'on', true)`.execute(tx);
    return work(tx);
  });
}
