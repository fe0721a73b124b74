import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleView, cycleView } from "../cycle/cycle-reads.server.ts";
import { monitoredParticipants } from "../running/monitoring-reads.server.ts";
import { type PossibleCoach, possibleCoaches } from "./coach-choice.server.ts";

export type CoachesPage = {
  cycle: CycleView;
  /** Who coaches how many, most first. */
  coaches: { name: string; participants: number }[];
  without: number;
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
      search,
      ...(await possibleCoaches(tx, actor, search)),
    };
  });
}
