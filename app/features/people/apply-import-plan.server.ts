import { endSessions } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changePeople, type Way } from "./change-people.server.ts";
import type { ImportCounts } from "./domain/import/import-state.ts";
import type { PersonKey, PlannedPerson } from "./domain/import/plan.ts";
import type { PlannedImport } from "./plan-people-import.server.ts";
import { insertPeople, type PersonUpdate, setInactive } from "./store.server.ts";

/** Stores what a plan says, in a few statements. Runs where the plan was made, with people locked. */
export async function applyImportPlan(
  platform: Pick<Platform, "clock" | "jobs">,
  tx: Tx,
  actor: Actor,
  way: Way,
  { plan, ticked }: PlannedImport,
): Promise<ImportCounts> {
  const at = platform.clock.now();
  const ids = new Map(plan.new.map(({ key }) => [key, newId()]));
  // First the changes: they give up the employee ids and addresses that new people may take.
  const addressesWaiting = await changePeople(
    platform,
    tx,
    actor,
    way,
    plan.changed.map((person) => toStore(person, ids)),
  );
  await insertPeople(
    tx,
    actor,
    plan.new.map((person) => toStore(person, ids)),
    at,
  );
  const setInactiveNow = await setInactive(tx, actor, ticked, at);
  const out = plan.changed.filter(({ status }) => status === "inactive").map(({ key }) => key);
  await endSessions(tx, actor, [...ticked, ...out]);
  return {
    new: plan.new.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged.length,
    rejected: plan.rejected.length,
    setInactive: setInactiveNow,
    addressesWaiting,
  };
}

function toStore(person: PlannedPerson, ids: ReadonlyMap<PersonKey, string>): PersonUpdate {
  const { key, managerKey, facts, status } = person;
  const managerId = managerKey === null ? null : (ids.get(managerKey) ?? managerKey);
  return { ...facts, id: ids.get(key) ?? key, managerId, status };
}
