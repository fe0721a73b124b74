import type { Actor } from "~/features/identity/index.ts";
import { monitoredSubjects } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleView, cycleView } from "../cycle/cycle-reads.server.ts";
import { type PossibleCoach, possibleCoaches } from "./coach-choice.server.ts";
import { coachesWhoRate } from "./coach-rater-reads.server.ts";
import { openToCoaching } from "./naming-coaches.server.ts";

export type CoachesPage = {
  cycle: CycleView;
  /** Who coaches how many, most first. */
  coaches: { id: string; name: string; participants: number }[];
  /** How many have none and may still be given one. */
  without: number;
  /** Coaches who are also asked to rate whom they coach, with the names of those. */
  alsoRaters: { coach: string; participants: string[] }[];
  search: string;
  found: PossibleCoach[];
  matching: number;
};

/** Who coaches in a cycle, and whom a search finds who could. HR only; null for everyone else. */
export function coachesPage(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  search: string,
): Promise<CoachesPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await cycleView(tx, actor, cycleId);
    if (!cycle) return null;
    const present = (await monitoredSubjects(tx, actor, cycleId)).filter((each) => !each.withdrawn);
    const byCoach = Map.groupBy(present, (each) => each.coachId);
    const key = { organisationId: actor.organisationId, id: cycleId };
    const open = await openToCoaching(tx, key);
    const coaches = [...byCoach].flatMap(([id, coached]) =>
      id === null ? [] : [{ id, name: coached[0]?.coachName ?? "", participants: coached.length }],
    );
    return {
      cycle,
      coaches: coaches.sort((a, b) => b.participants - a.participants),
      without: open.filter((each) => each.coachId === null).length,
      alsoRaters: await alsoRaters(tx, actor, cycleId),
      search,
      ...(await possibleCoaches(tx, actor, search, { cycleId, about: "all-without-coach" })),
    };
  });
}

async function alsoRaters(
  tx: Tx,
  actor: Actor,
  cycleId: string,
): Promise<CoachesPage["alsoRaters"]> {
  const byCoach = Map.groupBy(await coachesWhoRate(tx, actor, cycleId), (each) => each.coachId);
  return [...byCoach.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ coach: first.coach, participants: own.map((each) => each.participant) }] : [];
  });
}
