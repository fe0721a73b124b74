import { type Insertable, sql } from "kysely";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import { enterAccount, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";
import type { AuditRecord, Membership, Organisation } from "~/platform/db/schema.gen.ts";
import type { AddressWait } from "./domain/address-wait.ts";
import type { SecondStepFor } from "./domain/second-step-for.ts";
import { anyMember } from "./reads.server.ts";

export async function insertAuditRecord(tx: Tx, record: Insertable<AuditRecord>): Promise<void> {
  await tx.insertInto("auditRecord").values(record).execute();
}

export async function insertOrganisation(
  tx: Tx,
  organisation: Insertable<Organisation>,
): Promise<void> {
  await tx.insertInto("organisation").values(organisation).execute();
}

/** @returns false when the account or the person is a member already; then nothing changes. */
export async function insertMembership(
  tx: Tx,
  membership: Insertable<Membership>,
): Promise<boolean> {
  const result = await tx
    .insertInto("membership")
    .values(membership)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function updateLeaversReadDays(
  tx: Tx,
  scope: OrganisationScope,
  leaversReadDays: number,
): Promise<void> {
  await tx
    .updateTable("organisation")
    .set({ leaversReadDays })
    .where("organisationId", "=", scope.organisationId)
    .execute();
}

/** What whoever runs the server calls an organisation. */
export async function updateOrganisationName(
  tx: Tx,
  scope: OrganisationScope,
  name: string,
): Promise<void> {
  await tx
    .updateTable("organisation")
    .set({ name })
    .where("organisationId", "=", scope.organisationId)
    .execute();
}

/** What its owners call it, where that differs; null for what whoever runs the server calls it. */
export async function updateDisplayName(
  tx: Tx,
  scope: OrganisationScope,
  displayName: string | null,
): Promise<void> {
  await tx
    .updateTable("organisation")
    .set({ displayName })
    .where("organisationId", "=", scope.organisationId)
    .execute();
}

export async function updateSecondStepFor(
  tx: Tx,
  scope: OrganisationScope,
  secondStepFor: SecondStepFor,
): Promise<void> {
  await tx
    .updateTable("organisation")
    .set({ secondStepFor })
    .where("organisationId", "=", scope.organisationId)
    .execute();
}

/** Sets how long changed addresses wait from now on, with what held before and since when another does. */
export async function updateAddressWait(
  tx: Tx,
  scope: OrganisationScope,
  { days, before, since }: AddressWait,
): Promise<void> {
  await tx
    .updateTable("organisation")
    .set({ addressWaitDays: days, addressWaitBefore: before, addressWaitSince: since })
    .where("organisationId", "=", scope.organisationId)
    .execute();
}

/** Ends every session of these people's accounts, on whatever device. */
export async function endSessionsOf(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await overAccounts(
    tx,
    sql`
    DELETE FROM auth."session" WHERE "userId" IN (
      SELECT account_id FROM membership
       WHERE organisation_id = ${scope.organisationId}::uuid AND person_id = ANY(${personIds}::uuid[]))
  `,
  );
}

const SET_UP_LOCK = 7_201_185;

/**
 * Runs `work` in one transaction while no other set-up is under way on the whole server. It keeps to its own
 * connection: those who wait for it may hold all others. `work` learns whether the server is set up, and enters an
 * organisation itself.
 */
export function aloneInSetUp<Result>(
  { database }: { database: Database },
  work: (tx: Tx, isSetUp: boolean) => Promise<Result>,
): Promise<Result> {
  return database.transaction().execute(async (tx) => {
    await sql`SELECT pg_advisory_xact_lock(${SET_UP_LOCK})`.execute(tx);
    return work(tx, await anyMember(tx));
  });
}

/**
 * Deletes every other account: leftovers, as long as nobody is a member of anything.
 * @returns false, without deleting any, when this one does not exist.
 */
export async function keepOnlyAccount(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await overAccounts(
    tx,
    sql`SELECT 1 FROM auth."user" WHERE id = ${accountId} FOR UPDATE`,
  );
  if (rows.length === 0) return false;
  await overAccounts(tx, sql`DELETE FROM auth."user" WHERE id <> ${accountId}`);
  return true;
}

export async function deleteAccountOf(tx: Tx, email: string): Promise<void> {
  await overAccounts(tx, sql`DELETE FROM auth."user" WHERE email = ${email.toLowerCase()}`);
}

/** Deletes an account, unless it is a member of something; whoever is becoming one this moment is waited for. */
export async function deleteUnusedAccount(tx: Tx, accountId: string): Promise<void> {
  await enterAccount(tx, accountId);
  await overAccounts(tx, sql`SELECT 1 FROM auth."user" WHERE id = ${accountId} FOR UPDATE`);
  await overAccounts(
    tx,
    sql`
    DELETE FROM auth."user" WHERE id = ${accountId}
       AND NOT EXISTS (SELECT 1 FROM membership WHERE account_id = ${accountId})`,
  );
}
