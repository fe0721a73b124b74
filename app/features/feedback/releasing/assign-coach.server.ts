import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { unreleasedReports } from "~/features/reports/index.server.ts";
import { setCoach } from "~/features/rounds/index.server.ts";
import { mayRunRounds } from "~/features/rounds/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import type { CycleRow } from "../cycle/cycle-store.server.ts";
import { type ParticipantRow, participantsOf } from "../cycle/participant-store.server.ts";
import { tellCoaches } from "../letters/coach-letters.server.ts";

export type Coached = "all-without-coach" | readonly string[];

export const coachInput = z.uuid();

export type CoachAssigned = {
  assigned: number;
  /** Of these the coach is the manager, as written down with the participant. */
  ofTheirReports: number;
};

/**
 * Gives participants a coach, or takes theirs away. Nobody coaches themselves: among many the coach's own is passed
 * over, alone it is refused. Where reports wait already, the coach is told at once.
 */
export function assignCoach(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { whom, coachId }: { whom: Coached; coachId: string | null },
) {
  const change = {
    may: mayRunRounds,
    from: (state: string) => state !== "released",
    late: "released-already",
    action: coachId === null ? "cycle.coach-removed" : "cycle.coach-assigned",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    const found = chosen(await participantsOf(tx, cycle), whom);
    if (!found) return refuse("unknown");
    if (coachId !== null && !(await isColleague(tx, actor, coachId))) return refuse("no-coach");
    const coached = found.filter((each) => each.personId !== coachId);
    if (found.length > 0 && coached.length === 0) return refuse("self");
    const ids = coached.map((each) => each.id);
    await setCoach(tx, cycle, ids, coachId);
    const newly = coached.filter((each) => each.coachId !== coachId);
    if (coachId !== null) await tellOfWaiting(platform, tx, cycle, newly, coachId);
    const ofTheirReports = coached.filter((each) => each.managerId === coachId).length;
    const value: CoachAssigned = {
      assigned: ids.length,
      ofTheirReports: coachId === null ? 0 : ofTheirReports,
    };
    return { ok: true, value, detail: { participants: ids.length } };
  });
}

/** The participants meant, or null when an id means none of this cycle. */
function chosen(participants: readonly ParticipantRow[], whom: Coached): ParticipantRow[] | null {
  const present = participants.filter((each) => !each.withdrawn);
  if (whom === "all-without-coach") return present.filter((each) => each.coachId === null);
  const wanted = new Set(whom);
  const found = present.filter((each) => wanted.has(each.id));
  return found.length === wanted.size ? found : null;
}

async function isColleague(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  const [person] = await peopleByIds(tx, actor, [personId]);
  return person?.status === "active" && !person.external;
}

async function tellOfWaiting(
  platform: Platform,
  tx: Tx,
  cycle: CycleRow,
  participants: readonly ParticipantRow[],
  coachId: string,
): Promise<void> {
  if (cycle.state !== "closed" || cycle.releaseMode !== "coach") return;
  const waiting = await unreleasedReports(tx, cycle);
  const told = participants.filter((each) => waiting.has(each.id));
  await tellCoaches(
    platform,
    tx,
    cycle,
    told.map(({ name }) => ({ name, coachId })),
  );
}
