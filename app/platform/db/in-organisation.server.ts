import { sql } from "kysely";
import type { Database, Tx } from "./database.server.ts";
import { isId } from "./ids.ts";

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

/**
 * From here on a transaction sees the given organisation and no other. For whoever finds out in it which one is meant.
 * @throws when it is no id.
 */
export async function enterOrganisation(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<void> {
  if (!isId(organisationId)) throw new Error("an organisation without an id");
  await setLocal(tx, "organisation_id", organisationId);
}

/** Runs `work` for an account that has not chosen an organisation: it sees its own memberships only. */
export function asAccount<Result>(
  { database }: { database: Database },
  accountId: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return database.transaction().execute(async (tx) => {
    await enterAccount(tx, accountId);
    return work(tx);
  });
}

/** From here on a transaction sees the memberships of an account as well. */
export function enterAccount(tx: Tx, accountId: string): Promise<void> {
  return setLocal(tx, "account_id", accountId);
}

/**
 * Runs `work` for no organisation: it sees which have something to do on this server, and nothing that belongs to one.
 */
export function asTimekeeper<Result>(
  { database }: { database: Database },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return database.transaction().execute(async (tx) => {
    await setLocal(tx, "keeping_time", "on");
    return work(tx);
  });
}

/**
 * Runs `work` for somebody who is about to sign in and belongs to no organisation yet: it sees which have proven that
 * this domain is theirs, and nothing else.
 */
export function asComingFrom<Result>(
  { database }: { database: Database },
  domain: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return database.transaction().execute(async (tx) => {
    await setLocal(tx, "domain", domain);
    return work(tx);
  });
}

/** Runs `work` while a transaction sees who is a member of anything, for setting up a server. */
export async function whileSettingUp<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  await setLocal(tx, "setting_up", "on");
  const result = await work();
  await setLocal(tx, "setting_up", "");
  return result;
}

type Setting = "organisation_id" | "account_id" | "keeping_time" | "setting_up" | "domain";

/**
 * Sets what the policies ask for, until the transaction ends. As a statement of its own, which is what Citus passes on
 * to the servers that hold the rows; it takes no parameters.
 */
async function setLocal(tx: Tx, setting: Setting, value: string): Promise<void> {
  await sql`SET LOCAL ${sql.raw(`twohats.${setting}`)} = ${sql.lit(value)}`.execute(tx);
}
