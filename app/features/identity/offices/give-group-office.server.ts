import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation, type OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import {
  lockAdministrators,
  membershipOfAccount,
  setRights,
} from "../administrator-store.server.ts";
import { PROVISIONING } from "../domain/actor.ts";
import { type GroupOffice, officeByGroup } from "../domain/group-office.ts";
import { NO_OFFICE, officeOf, rightsOf } from "../domain/office.ts";
import { recordAudit } from "../record-audit.server.ts";
import { givesOffices, officesGivenBy } from "./group-office-reads.server.ts";

type Parts = Pick<Platform, "clock" | "database">;

/**
 * Gives whoever comes in the office that goes with their groups at the provider, and takes one that it gave before. For
 * whoever is in and took all steps: it stays.
 */
export function giveGroupOffice(
  parts: Parts,
  scope: OrganisationScope,
  accountId: string,
  goes: GroupOffice,
): Promise<void> {
  return inOrganisation(parts, scope, async (tx) => {
    await lockAdministrators(tx, scope);
    // Removed or switched off while the second step was taken, it gives nothing.
    if (await givesOffices(tx, scope, goes.providerId))
      await settle(parts, tx, scope, accountId, goes);
  });
}

/**
 * Takes back all that a provider gave: for one that is removed, or says no office any more. Under `lockAdministrators`.
 */
export async function takeGroupOffices(
  parts: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  providerId: string,
): Promise<void> {
  for (const accountId of await officesGivenBy(tx, scope, providerId))
    await settle(parts, tx, scope, accountId, { providerId, office: null });
}

/** The same of one account alone. */
export async function takeGroupOffice(
  parts: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  { accountId, providerId }: { accountId: string; providerId: string },
): Promise<void> {
  if ((await officesGivenBy(tx, scope, providerId)).includes(accountId))
    await settle(parts, tx, scope, accountId, { providerId, office: null });
}

async function settle(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  scope: OrganisationScope,
  accountId: string,
  goes: GroupOffice,
): Promise<void> {
  const membership = await membershipOfAccount(tx, scope, accountId);
  if (membership?.state !== "active") return;
  const { id, units, given } = membership;
  const office = officeOf(membership);
  const changed = officeByGroup(goes, { office, isLimited: units !== null, given });
  if (!changed) return;
  const rights = changed.office === null ? NO_OFFICE : rightsOf(changed.office);
  const at = clock.now();
  await setRights(tx, scope, id, { ...rights, by: PROVISIONING, at, given: changed.given });
  const by = { organisationId: scope.organisationId, accountId: PROVISIONING };
  await recordAudit({ clock }, tx, by, {
    action: "sign-on.office-mapped",
    ...{ subjectKind: "membership", subjectId: id },
    detail: { from: office ?? "member", to: changed.office ?? "member" },
  });
}
