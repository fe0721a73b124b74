import { endSessions } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import {
  addPeople,
  changeAbsences,
  changePeople,
  organisationZone,
  type PersonUpdate,
  retirePeople,
  type Way,
} from "~/features/people/index.server.ts";
import { dateIn } from "~/platform/calendar/zones.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { countAbsences } from "./domain/count-absences.ts";
import type { ImportCounts } from "./domain/import-state.ts";
import type { PersonKey, PlannedPerson } from "./domain/plan.ts";
import type { PlannedImport } from "./plan-people-import.server.ts";

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
    [...plan.changed, ...plan.saidAnew].map((person) => toStore(person, ids)),
  );
  await addPeople(
    platform,
    tx,
    actor,
    way,
    plan.new.map((person) => toStore(person, ids)),
  );
  await changeAbsences(tx, actor, {
    removed: plan.absences.flatMap(({ replaced }) => replaced.map(({ id }) => id)),
    noted: plan.absences.flatMap(({ outcome, key, firstDay, lastDay }) =>
      outcome === "noted" ? [{ personId: ids.get(key) ?? key, firstDay, lastDay }] : [],
    ),
  });
  const day = dateIn(await organisationZone(tx, actor), at);
  const setInactiveNow = await retirePeople(tx, { ...actor, way, at }, ticked, day);
  await endSessions(tx, actor, setInactiveByRows(plan));
  return {
    new: plan.new.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged.length,
    kept: plan.kept.length,
    rejected: plan.rejected.length,
    setInactive: setInactiveNow,
    ...countAbsences(plan),
    addressesWaiting,
  };
}

/** Whom a plan sets inactive, by what their rows say and because they were ticked. */
export function leavingBy({ plan, ticked }: PlannedImport): string[] {
  return [...ticked, ...setInactiveByRows(plan)];
}

function setInactiveByRows({ changed }: PlannedImport["plan"]): PersonKey[] {
  return changed.filter(({ status }) => status === "inactive").map(({ key }) => key);
}

function toStore(person: PlannedPerson, ids: ReadonlyMap<PersonKey, string>): PersonUpdate {
  const { key, managerKey, facts, status, workingDays } = person;
  const managerId = managerKey === null ? null : (ids.get(managerKey) ?? managerKey);
  return { ...facts, id: ids.get(key) ?? key, managerId, status, workingDays };
}
