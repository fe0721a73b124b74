import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { takesCoaches } from "~/features/rounds/domain/index.ts";
import { setCoach } from "~/features/rounds/index.server.ts";
import { mayRunRound } from "~/features/rounds/index.ts";
import { refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { changeCycle } from "../cycle/change-cycle.server.ts";
import { type ParticipantRow, participantsOf } from "../cycle/participant-store.server.ts";
import { isColleague, openToCoaching, tellOfWaiting } from "./naming-coaches.server.ts";

export type Coached = "all-without-coach" | readonly string[];

export const coachInput = z.uuid();

export type CoachAssigned = {
  assigned: number;
  /** Of these the coach is the manager, as written down with the participant. */
  ofTheirReports: number;
};

/**
 * Gives participants a coach, or takes theirs away. Nobody coaches themselves, and nobody is given a coach any more
 * whose report is released: among many they are passed over, alone it is refused. Where reports wait, the coach is
 * told at once.
 */
export function assignCoach(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { whom, coachId }: { whom: Coached; coachId: string | null },
) {
  const change = {
    may: mayRunRound,
    from: takesCoaches,
    late: "released-already",
    did: coachId === null ? "coach-removed" : "coach-assigned",
  } as const;
  return changeCycle(platform, actor, cycleId, change, async (tx, cycle) => {
    const meant = chosen(whom, await participantsOf(tx, cycle));
    if (!meant) return refuse("unknown");
    // Taking a coach away lets nobody in.
    const found = coachId === null ? meant : chosen(whom, await openToCoaching(tx, cycle));
    if (!found) return refuse("report-released");
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

/** The participants meant, or null when an id means none of these. */
function chosen(whom: Coached, participants: readonly ParticipantRow[]): ParticipantRow[] | null {
  const present = participants.filter((each) => !each.withdrawn);
  if (whom === "all-without-coach") return present.filter((each) => each.coachId === null);
  const wanted = new Set(whom);
  const found = present.filter((each) => wanted.has(each.id));
  return found.length === wanted.size ? found : null;
}
