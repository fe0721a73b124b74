import { sql } from "kysely";
import type { Database, Tx } from "~/platform/db/database.server.ts";
import { type OrganisationScope, whileSettingUp } from "~/platform/db/in-organisation.server.ts";
import { onceInLook } from "~/platform/db/one-look.server.ts";
import type { Role } from "./domain/actor.ts";
import { ADDRESS_WAIT_DAYS, type AddressWait } from "./domain/address-wait.ts";
import { type Limit, type Office, officeOf, roleAmong } from "./domain/office.ts";
import { SECOND_STEP_FOR, type SecondStepFor } from "./domain/second-step-for.ts";

export type MembershipView = {
  organisationId: string;
  accountId: string;
  personId: string | null;
  role: Role;
  owner: boolean;
  /** May come in without the organisation's provider where that is demanded. */
  breakGlass: boolean;
  units: Limit;
  active: boolean;
  /** When the account was let in. */
  since: Date;
};

/** A membership with the name of its organisation, which only that organisation shows. */
export type NamedMembership = MembershipView & { organisationName: string };

/** The memberships of an account, wherever they are. Runs in a transaction opened for that account (asAccount). */
export async function membershipsOf(tx: Tx, accountId: string): Promise<MembershipView[]> {
  const rows = await tx
    .selectFrom("membership")
    .where("accountId", "=", accountId)
    .select([
      "organisationId",
      "accountId",
      "personId",
      "role",
      "owner",
      "units",
      "breakGlass",
      "state",
      "createdAt",
    ])
    .orderBy("organisationId")
    .execute();
  return rows.map((row) => ({
    organisationId: row.organisationId,
    accountId: row.accountId,
    personId: row.personId,
    role: roleAmong(row.role),
    owner: row.owner,
    breakGlass: row.breakGlass,
    units: row.units,
    active: row.state === "active",
    since: row.createdAt,
  }));
}

export type OrganisationStanding = {
  active: boolean;
  leaversReadDays: number;
  timeZone: string;
  addressWait: AddressWait;
  secondStepFor: SecondStepFor;
  /** Whether people come in by its identity provider alone. */
  providerOnly: boolean;
};

const LONGEST: AddressWait = { days: Math.max(...ADDRESS_WAIT_DAYS), before: null, since: null };

/** How an organisation stands. One that is not there is not active. */
export function organisationStanding(
  tx: Tx,
  scope: OrganisationScope,
): Promise<OrganisationStanding> {
  return onceInLook(tx, `standing of ${scope.organisationId}`, () => readStanding(tx, scope));
}

async function readStanding(tx: Tx, scope: OrganisationScope): Promise<OrganisationStanding> {
  const row = await tx
    .selectFrom("organisation")
    .where("organisationId", "=", scope.organisationId)
    .select(["state", "leaversReadDays", "timeZone", "secondStepFor", "providerOnly"])
    .select(["addressWaitDays", "addressWaitBefore", "addressWaitSince"])
    .executeTakeFirst();
  if (!row)
    return {
      ...{ active: false, leaversReadDays: 0, timeZone: "UTC", addressWait: LONGEST },
      ...{ secondStepFor: "nobody", providerOnly: false },
    };
  const { state, leaversReadDays, timeZone, providerOnly } = row;
  const secondStepFor = SECOND_STEP_FOR.find((each) => each === row.secondStepFor) ?? "nobody";
  const addressWait = {
    days: row.addressWaitDays,
    before: row.addressWaitBefore,
    since: row.addressWaitSince,
  };
  const active = state === "active";
  return { active, leaversReadDays, timeZone, addressWait, secondStepFor, providerOnly };
}

/** What people read as the name of an organisation. */
export async function organisationName(tx: Tx, scope: OrganisationScope): Promise<string> {
  const { registered, shown } = await organisationNames(tx, scope);
  return shown ?? registered;
}

/** What whoever runs the server calls an organisation, and what its owners do, where that differs. */
export async function organisationNames(
  tx: Tx,
  scope: OrganisationScope,
): Promise<{ registered: string; shown: string | null }> {
  const row = await tx
    .selectFrom("organisation")
    .where("organisationId", "=", scope.organisationId)
    .select(["name", "displayName"])
    .executeTakeFirstOrThrow();
  return { registered: row.name, shown: row.displayName };
}

/** Every account that is let in here, with whose it is in the directory; null for whoever is not in it. */
export async function accountsLetIn(
  tx: Tx,
  { organisationId }: OrganisationScope,
): Promise<{ accountId: string; personId: string | null }[]> {
  return tx
    .selectFrom("membership")
    .where("organisationId", "=", organisationId)
    .where("state", "=", "active")
    .select(["accountId", "personId"])
    .execute();
}

/** The account that somebody of the directory has here; null for none. */
export async function accountOf(
  tx: Tx,
  { organisationId }: OrganisationScope,
  personId: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom("membership")
    .where("organisationId", "=", organisationId)
    .where("personId", "=", personId)
    .select("accountId")
    .executeTakeFirst();
  return row?.accountId ?? null;
}

/** Which of these people of the directory can sign in. */
export async function withAccount(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom("membership")
    .where("organisationId", "=", scope.organisationId)
    .where("personId", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .select("personId")
    .execute();
  return new Set(rows.flatMap(({ personId }) => personId ?? []));
}

/** As what a person of the directory is let in, or was, and since when; null for whoever never had an account. */
export async function standingOfPerson(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<{ office: Office | null; units: Limit; active: boolean; since: Date } | null> {
  const row = await tx
    .selectFrom("membership")
    .where("organisationId", "=", scope.organisationId)
    .where("personId", "=", personId)
    .select(["role", "owner", "units", "state", "roleSince"])
    .executeTakeFirst();
  if (!row) return null;
  const office = officeOf({ role: roleAmong(row.role), owner: row.owner });
  return { office, units: row.units, active: row.state === "active", since: row.roleSince };
}

/** Whether a person of the directory can sign in. */
export async function hasAccount(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<boolean> {
  return (await withAccount(tx, scope, [personId])).has(personId);
}

/**
 * Whether this server is set up: some organisation has a member. One without is left over from a set-up that was cut
 * short.
 */
export function isSetUp({ database }: { database: Database }): Promise<boolean> {
  return database.transaction().execute(anyMember);
}

/** The same within a transaction. */
export async function anyMember(tx: Tx): Promise<boolean> {
  const member = await whileSettingUp(tx, () =>
    tx.selectFrom("membership").select("id").limit(1).executeTakeFirst(),
  );
  return member !== undefined;
}
