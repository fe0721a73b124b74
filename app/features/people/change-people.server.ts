import { type ChangedAddress, recordAddressChanges } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changesBetween, type KeptPerson } from "./domain/by-hand/history.ts";
import { asOrganisationHas, withOwnChoices } from "./domain/own-choices.ts";
import { type HistoryEntry, recordHistory } from "./history/history-store.server.ts";
import { directory } from "./standing-reads.server.ts";
import {
  insertPeople,
  keptPeople,
  type NewPerson,
  type PersonUpdate,
  type StoredUpdate,
  updatePeople,
} from "./store.server.ts";

/**
 * How somebody changes people: by hand on the pages, by a file, by a command of whoever runs the server, or by the
 * organisation's identity provider. What they say of themselves is `choosing/`.
 */
export type Way = "hand" | "import" | "command" | "provisioning";

/**
 * Replaces everything that the organisation has of people, with people locked. What somebody chose themselves stands in
 * its place all the same, whoever says otherwise, unless the update says what is left of it (`own`): HR may, by hand,
 * and whose it is (`self`). The one way to another address: links made for the old one end, and nobody gets in by the
 * new one before its wait is over (identity). What was changed stands in their history. @returns how many addresses
 * wait.
 */
export async function changePeople(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  actor: Actor,
  way: Way | "self",
  people: readonly PersonUpdate[],
): Promise<number> {
  const before = await keptPeople(
    tx,
    actor,
    people.map(({ id }) => id),
  );
  const at = platform.clock.now();
  const stored = people.map((person) => storedUpdate(person, before.get(person.id)));
  await updatePeople(tx, actor, stored, at);
  const entries = stored.flatMap((person) => historyOf(person, before.get(person.id)));
  await recordHistory(tx, { ...actor, way, at }, entries);
  const changed = people.flatMap(({ id, email }): ChangedAddress[] => {
    const from = before.get(id)?.email ?? null;
    return from === email ? [] : [{ personId: id, from, to: email }];
  });
  if (way === "self") {
    if (changed.length > 0) throw new Error("nobody changes their own address here");
    return 0;
  }
  return recordAddressChanges({ ...platform, directory }, tx, actor, way, changed);
}

/** Adds people, with people locked; their history says who did. A first address takes nothing over. */
export async function addPeople(
  { clock }: Pick<Platform, "clock">,
  tx: Tx,
  actor: Actor,
  way: Way,
  people: readonly NewPerson[],
): Promise<void> {
  const at = clock.now();
  await insertPeople(tx, actor, people, at);
  const added = [{ field: "added" as const, from: null, to: null }];
  const entries = people.map(({ id }) => ({ personId: id, revision: 0, changes: added }));
  await recordHistory(tx, { ...actor, way, at }, entries);
}

/** Own choices over what the organisation has: the one place where the two meet. */
function storedUpdate(
  { own, organisationSays: _, ...update }: PersonUpdate,
  before: KeptPerson | undefined,
): StoredUpdate {
  const chosen = own ?? (before ? asOrganisationHas(before).own : {});
  const { facts, organisationSays } = withOwnChoices(update, chosen);
  return { ...update, ...facts, organisationSays };
}

function historyOf(person: StoredUpdate, before: KeptPerson | undefined): HistoryEntry[] {
  if (!before) return [];
  const { workingDays = before.workingDays } = person;
  const leavesOn = person.status === "active" ? before.leavesOn : null;
  const after = { ...person, external: false, workingDays, leavesOn };
  const changes = changesBetween(before, after);
  return [{ personId: person.id, revision: before.revision + 1, changes }];
}
