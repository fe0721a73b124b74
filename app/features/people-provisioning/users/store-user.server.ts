import { recordAudit } from "~/features/identity/index.server.ts";
import {
  type AsOrganisationHas,
  asOrganisationHas,
  type KeptPerson,
  PERSON_FIELDS,
} from "~/features/people/domain/index.ts";
import { addPeople, changePeople, holdersOf, keptPeople } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import { languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { forgetDeparture } from "../departures/departure-store.server.ts";
import { letLeaveNow, mayLeave } from "../departures/let-leave.server.ts";
import type { UserChanges } from "../domain/read-user.ts";
import { type Read, taken } from "../domain/scim-fault.ts";
import { factsOf, NOTHING_SAID, type SettledUser, settleUser } from "../domain/settle-user.ts";
import { ENTERPRISE_USER } from "../domain/user-attributes.ts";
import type { Provider } from "../provider.ts";
import { awaitedNow } from "./awaited-now.server.ts";
import { type SettledManager, settleManager } from "./settle-manager.server.ts";
import { holdersOfNames, insertLink, type Link, linkOf, updateLink } from "./user-store.server.ts";

export type StoreParts = Pick<Platform, "clock" | "jobs">;

type Identifiers = { email: string | null; employeeId: string | null };

/** Whom a change is about: their record, null for somebody new, and what is kept of them for the provider. */
type Whom = {
  before: OrganisationRecord | null;
  link: Link | null;
  /** What is known to be nobody else's. */
  lookedUp?: Identifiers;
};

/**
 * Carries out what a provider says of somebody, with people locked: everything by the operations of people, so that
 * history, changed addresses and sessions are theirs to see to. Either all of it is done, or nothing, and it is told
 * why. @returns who it is.
 */
export async function storeUser(
  platform: StoreParts,
  tx: Tx,
  provider: Provider,
  { before, link, lookedUp }: Whom,
  changes: UserChanges,
): Promise<Read<string>> {
  const now = before && factsOf(before, link, before.managerId);
  const said = link?.said ?? NOTHING_SAID;
  const settled = settleUser(now, changes, { person: before, said }, languages);
  if (!settled.ok) return settled;
  const free = await isFree(tx, provider, { before, link, lookedUp }, settled.value);
  if (!free.ok) return free;
  const manager = await managerOf(tx, provider, { before, link }, settled.value);
  if (!manager.ok) return manager;
  const leaves = before?.status === "active" && !settled.value.active;
  const refused = leaves && (await mayLeave(platform, tx, provider, before.id));
  if (refused) return refused;
  const id = before?.id ?? newId();
  await storePerson(platform, tx, provider, before, {
    ...{ id, managerId: manager.value.id, settled: settled.value },
  });
  if (leaves) await letLeaveNow(platform, tx, provider, id);
  else if (before && changes.active === true) await forgetDeparture(tx, provider, id);
  await storeLink(platform, tx, provider, link, {
    ...{ personId: id, awaitedManager: manager.value.awaited, said: settled.value.said },
    ...{ userName: settled.value.userName, externalId: settled.value.externalId },
  });
  if (before && !link)
    await recordAudit(platform, tx, provider, {
      ...{ action: "provisioning.taken-over", subjectKind: "person", subjectId: id },
      detail: { token: provider.tokenId },
    });
  if (!link) await awaitedNow(platform, tx, provider, id, settled.value);
  return { ok: true, value: id };
}

/** Whether nobody else has what no two may have. What was theirs before is. */
async function isFree(
  tx: Tx,
  provider: Provider,
  { before, link, lookedUp }: Whom,
  { userName, externalId, facts }: SettledUser,
): Promise<Read<void>> {
  if (userName !== link?.userName || externalId !== link?.externalId) {
    const names = { userName, externalId };
    const held = await holdersOfNames(tx, provider, names, before?.id ?? null);
    if (held.userName) return taken("userName");
    if (held.externalId) return taken("externalId");
  }
  const unless = (field: keyof Identifiers) =>
    facts[field] === before?.[field] || facts[field] === lookedUp?.[field] ? null : facts[field];
  const asked = { email: unless("email"), employeeId: unless("employeeId") };
  const holders = await holdersOf(tx, provider, asked, before?.id ?? null);
  if (holders.ofEmail) return taken("The e-mail address");
  if (holders.ofEmployeeId) return taken(`${ENTERPRISE_USER}:employeeNumber`);
  return { ok: true, value: undefined };
}

async function managerOf(
  tx: Tx,
  provider: Provider,
  { before, link }: Whom,
  { manager }: SettledUser,
): Promise<Read<SettledManager>> {
  if (manager !== undefined) return settleManager(tx, provider, before?.id ?? null, manager);
  const awaited = link?.awaitedManager ?? null;
  return { ok: true, value: { id: before?.managerId ?? null, awaited } };
}

type ToStore = { id: string; managerId: string | null; settled: SettledUser };

/** Adds or changes the record, but for leaving. Where nothing differs, nothing is changed. */
async function storePerson(
  platform: StoreParts,
  tx: Tx,
  provider: Provider,
  before: OrganisationRecord | null,
  { id, managerId, settled: { facts, active } }: ToStore,
): Promise<void> {
  const about = { subjectKind: "person", subjectId: id, detail: { token: provider.tokenId } };
  if (before === null) {
    const status = active ? ("active" as const) : ("inactive" as const);
    await addPeople(platform, tx, provider, "provisioning", [{ ...facts, id, managerId, status }]);
    return recordAudit(platform, tx, provider, { action: "person.added", ...about });
  }
  const returns = active && before.status === "inactive";
  const differs =
    returns ||
    before.external ||
    before.managerId !== managerId ||
    PERSON_FIELDS.some((field) => facts[field] !== before[field]);
  if (!differs) return;
  const status = returns ? "active" : before.status;
  await changePeople(platform, tx, provider, "provisioning", [{ ...facts, id, managerId, status }]);
  const action = returns ? "person.reactivated" : "person.edited";
  return recordAudit(platform, tx, provider, { ...about, action });
}

async function storeLink(
  { clock }: StoreParts,
  tx: Tx,
  provider: Provider,
  before: Link | null,
  link: Link,
): Promise<void> {
  if (!before) return insertLink(tx, provider, link, clock.now());
  if (JSON.stringify(ordered(before)) !== JSON.stringify(ordered(link)))
    await updateLink(tx, provider, link, clock.now());
}

function ordered({ personId, userName, externalId, awaitedManager, said }: Link) {
  const { displayName, formatted, preferredLanguage, timezone, sent } = said;
  return [
    ...[personId, userName, externalId, awaitedManager],
    ...[displayName, formatted, preferredLanguage, timezone, sent],
  ];
}

/** A record as the organisation has it: what its person chose in place of that is not the provider's to see. */
export type OrganisationRecord = AsOrganisationHas<KeptPerson>;

export async function organisationRecord(
  tx: Tx,
  provider: Provider,
  personId: string,
): Promise<OrganisationRecord | null> {
  const kept = (await keptPeople(tx, provider, [personId])).get(personId);
  return kept ? asOrganisationHas(kept) : null;
}

/** A record as it is kept, with what is kept of it for the provider. */
export async function whomById(tx: Tx, provider: Provider, personId: string): Promise<Whom> {
  const before = await organisationRecord(tx, provider, personId);
  return { before, link: before && (await linkOf(tx, provider, personId)) };
}
