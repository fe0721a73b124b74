import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { type Outcome, type Problems, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { deleteKinds, lockTime, type OwnTime, timeOf } from "./time-store.server.ts";

export type Ticking = Pick<Platform, "database" | "clock">;
export type TimeOutcome<Value = void> = Outcome<Value, "unknown"> | Problems;

/** What somebody wrote down of their time, while nobody else changes it, not even they in another tab. */
export type HeldTime = OwnTime & { tx: Tx; personId: string; actor: Actor; today: string };

/** Does something with the time of whoever asks. There is no way to that of anybody else. */
export function workOnTime<Value>(
  platform: Ticking,
  actor: Actor,
  work: (held: HeldTime) => Promise<TimeOutcome<Value>>,
): Promise<TimeOutcome<Value>> {
  return inOrganisation(platform, actor, async (tx): Promise<TimeOutcome<Value>> => {
    const { personId } = actor;
    if (personId === null) return refuse("unknown");
    await lockTime(tx, actor, personId);
    const today = await todayWhere(platform, tx, actor);
    const done = await work({ ...(await timeOf(tx, actor, personId)), tx, personId, actor, today });
    if (done.ok) await forgetUnused(tx, actor, personId);
    return done;
  });
}

/** Titles put to a hat that are remembered for the next calendar although no week is left of them. */
const MOST_REMEMBERED = 500;

/** A title that was put to no hat, and of which no week is left, is nothing to keep; of those put, the oldest go. */
async function forgetUnused(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const { kinds, weeks } = await timeOf(tx, actor, personId);
  const used = new Set(weeks.flatMap(({ spent }) => spent.map(({ kindId }) => kindId)));
  const unused = kinds.filter(({ id }) => !used.has(id));
  const put = unused.filter(({ hat }) => hat !== null);
  const going = [
    ...unused.filter(({ hat }) => hat === null),
    ...put.slice(0, Math.max(0, put.length - MOST_REMEMBERED)),
  ].map(({ id }) => id);
  if (going.length > 0) await deleteKinds(tx, actor, going);
}

/** That somebody did something with their time balance, without what it says. */
export function noteOnTime(
  platform: Ticking,
  { tx, actor, personId }: HeldTime,
  act: "read" | "written" | "put" | "removed" | "forgotten",
): Promise<void> {
  return recordAudit(platform, tx, actor, {
    action: `time.${act}`,
    subjectKind: "time-balance",
    subjectId: personId,
  });
}
