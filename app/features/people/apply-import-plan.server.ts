import { endSessions } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import type { ImportCounts } from "./domain/import/import-state.ts";
import type { PersonKey, PlannedPerson } from "./domain/import/plan.ts";
import type { PlannedImport } from "./plan-people-import.server.ts";
import { insertPeople, type PersonUpdate, setInactive, updatePeople } from "./store.server.ts";

/** Stores what a plan says, in three statements. Runs where the plan was made, with people locked. */
export async function applyImportPlan(
  tx: Tx,
  scope: OrganisationScope,
  { plan, ticked }: PlannedImport,
  at: Date,
): Promise<ImportCounts> {
  const ids = new Map(plan.new.map(({ key }) => [key, newId()]));
  // First the changes: they give up the employee ids and addresses that new people may take.
  await updatePeople(
    tx,
    scope,
    plan.changed.map((person) => toStore(person, ids)),
    at,
  );
  await insertPeople(
    tx,
    scope,
    plan.new.map((person) => toStore(person, ids)),
    at,
  );
  const setInactiveNow = await setInactive(tx, scope, ticked, at);
  const out = plan.changed.filter(({ status }) => status === "inactive").map(({ key }) => key);
  await endSessions(tx, scope, [...ticked, ...out]);
  return {
    new: plan.new.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged.length,
    rejected: plan.rejected.length,
    setInactive: setInactiveNow,
  };
}

function toStore(person: PlannedPerson, ids: ReadonlyMap<PersonKey, string>): PersonUpdate {
  const { key, managerKey, facts, status } = person;
  const managerId = managerKey === null ? null : (ids.get(managerKey) ?? managerKey);
  return { ...facts, id: ids.get(key) ?? key, managerId, status };
}
