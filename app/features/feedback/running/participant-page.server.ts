import type { Actor } from "~/features/identity/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleView, cycleView } from "../cycle/cycle-reads.server.ts";
import type { GroupSteps } from "../domain/monitoring.ts";
import { type PossibleCoach, possibleCoaches } from "../releasing/coach-choice.server.ts";
import { coachesWhoRate } from "../releasing/coach-rater-reads.server.ts";
import { monitoredParticipant, stepsByGroup } from "./monitoring-reads.server.ts";

export type ParticipantPage = {
  cycle: CycleView;
  participant: {
    id: string;
    personId: string;
    name: string;
    jobTitle: string | null;
    department: string | null;
    withdrawn: boolean;
  };
  /** `rates` when they are also asked to rate this participant. */
  coach: { id: string; name: string; isManager: boolean; rates: boolean } | null;
  managerId: string | null;
  groups: GroupSteps[];
  search: string;
  found: PossibleCoach[];
  matching: number;
};

/** One participant of a running cycle, as HR sees them: counts and the coach. Null for everyone else, and where there is none. */
export function participantPage(
  platform: Platform,
  actor: Actor,
  { cycleId, participantId, search }: { cycleId: string; participantId: string; search: string },
): Promise<ParticipantPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await cycleView(tx, actor, cycleId);
    const row = cycle && (await monitoredParticipant(tx, actor, cycleId, participantId));
    if (!cycle || !row) return null;
    const { coachId, managerId, ...participant } = row;
    const [coach] = coachId ? await peopleByIds(tx, actor, [coachId]) : [];
    const rating = (await coachesWhoRate(tx, actor, cycleId)).some(
      (each) => each.participantId === participantId,
    );
    const groups = await stepsByGroup(tx, actor, cycleId);
    return {
      cycle,
      participant,
      coach: coach
        ? { id: coach.id, name: coach.name, isManager: coach.id === managerId, rates: rating }
        : null,
      managerId,
      groups: groups.filter((group) => group.participantId === participantId),
      search,
      ...(await possibleCoaches(tx, actor, search, { cycleId, about: participantId })),
    };
  });
}
