import type { Actor } from "~/features/identity/index.ts";
import type { LookAlike } from "~/features/people/domain/index.ts";
import { peopleByIds } from "~/features/people/index.server.ts";
import { releasedReports } from "~/features/reports/index.server.ts";
import { type GroupSteps, policyForList } from "~/features/rounds/domain/index.ts";
import { ratersWithOrigin, stepsByGroup, storedShape } from "~/features/rounds/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleView, cycleView } from "../cycle/cycle-reads.server.ts";
import { participantOfCycle } from "../cycle/participant-reads.server.ts";
import { policyOf } from "../cycle/setup-reads.server.ts";
import { lookAlikesOn } from "../lists/look-alike-reads.server.ts";
import { type PossibleCoach, possibleCoaches } from "../releasing/coach-choice.server.ts";
import { coachesWhoRate } from "../releasing/coach-rater-reads.server.ts";

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
  /** Their report can be read: nobody is made its coach any more. */
  released: boolean;
  groups: GroupSteps[];
  /** What does not count towards a group's minimum, what that is, and who looks like somebody else. */
  counting: Counting;
  search: string;
  found: PossibleCoach[];
  matching: number;
};

export type Counting = {
  brought: number;
  readdressed: number;
  /** Raters who count that a group needs, and would need had a second person agreed to the list. */
  minimum: { needed: number; agreed: number };
  lookAlikes: { who: string; like: LookAlike }[];
};

/**
 * One participant of a running cycle, as HR sees them: counts and the coach. Null for everyone else, and where there is
 * none.
 */
export function participantPage(
  platform: Platform,
  actor: Actor,
  { cycleId, participantId, search }: { cycleId: string; participantId: string; search: string },
): Promise<ParticipantPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await cycleView(tx, actor, cycleId);
    const row = cycle && (await participantOfCycle(tx, actor, cycleId, participantId));
    if (!cycle || !row) return null;
    const { coachId, managerId, list, ...participant } = row;
    const [coach] = coachId ? await peopleByIds(tx, actor, [coachId]) : [];
    const rating = (await coachesWhoRate(tx, actor, cycleId)).some(
      (each) => each.participantId === participantId,
    );
    const groups = await stepsByGroup(tx, actor, cycleId);
    const released = await releasedReports(tx, {
      organisationId: actor.organisationId,
      id: cycleId,
    });
    return {
      cycle,
      participant,
      coach: coach
        ? { id: coach.id, name: coach.name, isManager: coach.id === managerId, rates: rating }
        : null,
      managerId,
      released: released.has(participantId),
      groups: groups.filter((group) => group.subjectId === participantId),
      counting: await countingOf(tx, actor, cycleId, { id: participantId, list }),
      search,
      ...(await possibleCoaches(tx, actor, search, { cycleId, about: participantId })),
    };
  });
}

async function countingOf(
  tx: Tx,
  actor: Actor,
  cycleId: string,
  { id, list }: { id: string; list: string },
): Promise<Counting> {
  const cycle = { organisationId: actor.organisationId, id: cycleId };
  const asked = (await ratersWithOrigin(tx, cycle, id)).filter((rater) => rater.asked);
  const brought = asked.filter((rater) => rater.broughtFromOutsideBySubject);
  const readdressed = asked.filter((rater) => rater.readdressedDuringRound);
  const policy = await policyOf(tx, actor, cycleId);
  const found = (await lookAlikesOn(tx, actor, [id])).get(id) ?? new Map<string, LookAlike>();
  const people = await peopleByIds(tx, actor, [...found.keys()]);
  return {
    brought: brought.length,
    readdressed: readdressed.length,
    minimum: {
      needed: policyForList(policy, storedShape(list)).minimum,
      agreed: policy.minimum,
    },
    lookAlikes: people.flatMap(({ id: personId, name, email }) => {
      const like = found.get(personId);
      return like ? [{ who: [name, email].filter(Boolean).join(", "), like }] : [];
    }),
  };
}
