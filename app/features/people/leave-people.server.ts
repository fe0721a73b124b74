import { endSessions } from "~/features/identity/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { PersonChange } from "./domain/by-hand/history.ts";
import { leavingOn } from "./domain/by-hand/leaving.ts";
import { type ChangedBy, recordHistory } from "./history/history-store.server.ts";
import { keptPeople, setInactive, setLeaving } from "./store.server.ts";

/**
 * Sets people inactive since a day, with people locked: they are signed out, and their links end. Whoever was inactive
 * before stays as they were. @returns how many became inactive.
 */
export async function retirePeople(
  tx: Tx,
  by: ChangedBy,
  personIds: readonly string[],
  since: string,
): Promise<number> {
  const before = await keptPeople(tx, by, personIds);
  const gone = await setInactive(tx, by, personIds, { since, at: by.at });
  await endSessions(tx, by, personIds);
  const entries = gone.flatMap((personId) => {
    const person = before.get(personId);
    if (!person) return [];
    const changes: PersonChange[] = [{ field: "status", from: "active", to: "inactive" }];
    if (person.leavesOn !== null)
      changes.push({ field: "leavesOn", from: person.leavesOn, to: null });
    return [{ personId, revision: person.revision + 1, changes }];
  });
  await recordHistory(tx, by, entries);
  return gone.length;
}

/**
 * Lets people leave on a day, with people locked: at once when it has come, otherwise the clock sees to it. Null: they
 * stay after all. @returns whether that is now or later.
 */
export async function letLeave(
  tx: Tx,
  by: ChangedBy,
  personIds: readonly string[],
  day: string | null,
  today: string,
): Promise<"now" | "later"> {
  const leaving = day === null ? null : leavingOn(day, today);
  if (leaving?.when === "now") {
    await retirePeople(tx, by, personIds, leaving.since);
    return "now";
  }
  const on = leaving?.on ?? null;
  const people = [...(await keptPeople(tx, by, personIds)).values()];
  const changed = people.filter(({ status, leavesOn }) => status === "active" && leavesOn !== on);
  const ids = changed.map(({ id }) => id);
  await setLeaving(tx, by, ids, { on, at: by.at });
  const entries = changed.map(({ id, revision, leavesOn }) => {
    const changes: PersonChange[] = [{ field: "leavesOn", from: leavesOn, to: on }];
    return { personId: id, revision: revision + 1, changes };
  });
  await recordHistory(tx, by, entries);
  return "later";
}
