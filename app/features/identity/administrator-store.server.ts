import { type Selectable, sql } from "kysely";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { overAccounts } from "~/platform/db/over-accounts.server.ts";
import type { Membership } from "~/platform/db/schema.gen.ts";
import type { GroupOffice } from "./domain/group-office.ts";
import {
  type Limit,
  NO_OFFICE,
  type Office,
  officeAmong,
  type Rights,
  roleAmong,
} from "./domain/office.ts";

/**
 * Lets one change of an organisation's administrators happen at a time, so that the last two can't remove each other.
 */
export async function lockAdministrators(tx: Tx, scope: OrganisationScope): Promise<void> {
  const key = `administrators of ${scope.organisationId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** The membership by which a person of the directory uses an account; null when they have none. */
export async function membershipOfPerson(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<(Rights & Pick<Selectable<Membership>, "id" | "accountId" | "state">) | null> {
  const row = await tx
    .selectFrom("membership")
    .where("organisationId", "=", scope.organisationId)
    .where("personId", "=", personId)
    .select(["id", "accountId", "role", "owner", "units", "state"])
    .executeTakeFirst();
  return row ? { ...row, role: roleAmong(row.role) } : null;
}

/** Which provider gave an office, and what there was by hand before; null for one that was given by hand. */
type Given = { providerId: GroupOffice["providerId"]; before: Office | null } | null;

/** The membership by which an account is in an organisation, or was; null when it never was. */
export async function membershipOfAccount(
  tx: Tx,
  scope: OrganisationScope,
  accountId: string,
): Promise<
  | (Rights &
      Pick<Selectable<Membership>, "id" | "personId" | "state" | "roleGivenBy"> & { given: Given })
  | null
> {
  const row = await tx
    .selectFrom("membership")
    .where("organisationId", "=", scope.organisationId)
    .where("accountId", "=", accountId)
    .select(["id", "personId", "role", "owner", "units", "state", "roleGivenBy"])
    .select(["officeProvider", "officeBefore"])
    .executeTakeFirst();
  if (!row) return null;
  const { officeProvider, officeBefore, ...rest } = row;
  const before = officeBefore === null ? null : officeAmong(officeBefore);
  const given = officeProvider === null ? null : { providerId: officeProvider, before };
  return { ...rest, role: roleAmong(row.role), given };
}

/**
 * Gives a membership other rights, and says who gave them and when. Since when stays between owner and administrator,
 * and between one limit and another; not where a limit ends, so that nobody counts as a second person at once.
 */
export async function setRights(
  tx: Tx,
  scope: OrganisationScope,
  membershipId: string,
  { role, owner, units, by, at, given = null }: Rights & { by: string; at: Date; given?: Given },
): Promise<void> {
  await tx
    .updateTable("membership")
    .set((eb) => {
      const stays = eb.and([
        ...[eb("role", "=", role), eb("state", "=", "active")],
        eb("units", units === null ? "is" : "is not", null),
      ]);
      return {
        ...{ role, owner, units: units && [...units], state: "active" },
        ...{ officeProvider: given?.providerId ?? null, officeBefore: given?.before ?? null },
        // Only owners come in without the provider that is demanded.
        breakGlass: sql<boolean>`break_glass AND ${owner}`,
        roleGivenBy: eb.case().when(stays).then(eb.ref("roleGivenBy")).else(by).end(),
        roleSince: eb.case().when(stays).then(eb.ref("roleSince")).else(at).end(),
      };
    })
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", membershipId)
    .execute();
}

/** Ends a membership and its account's sessions. */
export async function endMembership(
  tx: Tx,
  scope: OrganisationScope,
  membershipId: string,
): Promise<void> {
  const ended = await tx
    .updateTable("membership")
    .set({ ...NO_OFFICE, state: "ended", units: null, breakGlass: false })
    .set({ officeProvider: null, officeBefore: null })
    .where("organisationId", "=", scope.organisationId)
    .where("id", "=", membershipId)
    .returning("accountId")
    .executeTakeFirstOrThrow();
  await overAccounts(tx, sql`DELETE FROM auth."session" WHERE "userId" = ${ended.accountId}`);
}

/** @returns false when they were appointed before. */
export async function insertAppointment(
  tx: Tx,
  scope: OrganisationScope,
  appointment: {
    personId: string;
    office: Office;
    units: Limit;
    appointedBy: string;
    appointedAt: Date;
  },
): Promise<boolean> {
  const result = await tx
    .insertInto("appointment")
    .values({
      organisationId: scope.organisationId,
      ...appointment,
      units: appointment.units && [...appointment.units],
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n) > 0;
}

/** Takes the appointments of these people away. @returns of whom there was one. */
export async function takeAppointments(
  tx: Tx,
  scope: OrganisationScope,
  personIds: readonly string[],
): Promise<string[]> {
  const taken = await tx
    .deleteFrom("appointment")
    .where("organisationId", "=", scope.organisationId)
    .where("personId", "=", sql<string>`ANY(${personIds}::uuid[])`)
    .returning("personId")
    .execute();
  return taken.map(({ personId }) => personId);
}

/**
 * Takes an appointment away, because it was fulfilled or withdrawn. @returns who had made it; null when there was none.
 */
export async function takeAppointment(
  tx: Tx,
  scope: OrganisationScope,
  personId: string,
): Promise<{ appointedBy: string | null; office: Office; units: Limit } | null> {
  const taken = await tx
    .deleteFrom("appointment")
    .where("organisationId", "=", scope.organisationId)
    .where("personId", "=", personId)
    .returning(["appointedBy", "office", "units"])
    .executeTakeFirst();
  return taken ? { ...taken, office: officeAmong(taken.office) } : null;
}
