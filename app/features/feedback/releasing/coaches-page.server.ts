import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleView, cycleView } from "../cycle/cycle-reads.server.ts";
import { monitoredParticipants } from "../cycle/monitoring-reads.server.ts";
import { type PossibleCoach, possibleCoaches } from "./coach-choice.server.ts";
import { coachesWhoRate } from "./coach-rater-reads.server.ts";

export type CoachesPage = {
  cycle: CycleView;
  /** Who coaches how many, most first. */
  coaches: { name: string; participants: number }[];
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
    const present = (await monitoredParticipants(tx, actor, cycleId)).filter(
      (each) => !each.withdrawn,
    );
    const byCoach = Map.groupBy(present, (each) => each.coachName);
    const without = byCoach.get(null)?.length ?? 0;
    const coaches = [...byCoach].flatMap(([name, coached]) =>
      name === null ? [] : [{ name, participants: coached.length }],
    );
    return {
      cycle,
      coaches: coaches.sort((a, b) => b.participants - a.participants),
      without,
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
