import type { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import type { Relationship } from "~/features/questionnaires/domain/relationship.ts";
import type { RaterActor } from "~/features/rounds/domain/rater.ts";
import { openRequests } from "~/features/rounds/reads/rater-reads.server.ts";
import { accepted, answer, required } from "~/features/rounds/testing/answering.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readInput } from "~/platform/errors/input-problems.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { closeCycle } from "../closing/close-cycle.server.ts";
import { scoreCycle } from "../closing/score-cycle.server.ts";
import { launchCycle } from "../launch/launch-cycle.server.ts";
import { releaseCycle } from "../releasing/release-cycle.server.ts";
import { type Assignment, assignRaters } from "../setup/assign-raters.server.ts";
import { createCycle } from "../setup/create-cycle.server.ts";
import { type CycleChanges, editCycle, editCycleInput } from "../setup/edit-cycle.server.ts";
import type { House } from "./house.ts";

export { accepted, answer, required };

export type TypedChanges = { part: keyof typeof editCycleInput; [field: string]: unknown };

/** Changes one part of a cycle by what its page's form would send; reminders are as usual unless it says otherwise. */
export async function editTyped(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { part, ...typed }: TypedChanges,
) {
  const filled = Object.entries({ reminderDays: "7, 3, 1", ...typed }).filter(
    ([, each]) => each !== "",
  );
  const read = readInput<z.ZodType>(editCycleInput[part], Object.fromEntries(filled));
  if (!read.ok) return read;
  return editCycle(platform, actor, cycleId, { part, given: read.value } as CycleChanges);
}

type OwnHouse = Pick<House, "organisationId" | "admin" | "instrumentId">;

/** A draft with dates: nominations until 9 March 2026, answers until 20 March. The test clock stands at 2 March. */
export async function draftCycle(platform: Platform, house: OwnHouse): Promise<string> {
  const { id } = accepted(
    await createCycle(platform, house.admin, {
      name: "Spring 360",
      kind: "360",
      instrumentId: house.instrumentId,
      invitation: {
        subject: "A word about {{count}}",
        body: "Hello {{name}},\n\nplease answer by {{closes}}.",
      },
    }),
  );
  required(
    await editTyped(platform, house.admin, id, {
      part: "dates",
      nominateBy: "2026-03-09",
      closesOn: "2026-03-20",
    }),
  );
  return id;
}

/** The lead, rated by self, boss, four peers, three reports and one stranger. */
export function usualAssignments({ people }: Pick<House, "people">): Assignment[] {
  const asked = (relationship: Relationship, ...personIds: string[]) =>
    personIds.map((personId) => ({ personId, relationship }));
  const { lead, boss, peer1, peer2, peer3, peer4, report1, report2, report3, stranger } = people;
  return [
    {
      personId: lead,
      raters: [
        ...asked("self", lead),
        ...asked("manager", boss),
        ...asked("peer", peer1, peer2, peer3, peer4),
        ...asked("direct_report", report1, report2, report3),
        ...asked("other", stranger),
      ],
    },
  ];
}

export type CollectingCycle = {
  cycleId: string;
  /** Participant ids by person id. */
  participants: Map<string, string>;
  rater(personId: string): RaterActor;
  /** The request by which this person is asked about another, the first one by default. */
  requestOf(personId: string, aboutPersonId?: string): Promise<string>;
};

/** A launched cycle. */
export async function collectingCycle(
  platform: Platform,
  house: House,
  assignments: readonly Assignment[] = usualAssignments(house),
): Promise<CollectingCycle> {
  const { organisationId, admin } = house;
  const cycleId = await draftCycle(platform, house);
  const participants = accepted(await assignRaters(platform, admin, cycleId, assignments));
  accepted(await launchCycle(platform, admin, cycleId));
  const rater = (personId: string): RaterActor => ({
    organisationId,
    personId,
    roundId: cycleId,
    device: `device of ${personId}`,
  });
  return {
    cycleId,
    participants,
    rater,
    requestOf: async (personId, aboutPersonId) => {
      const actor = rater(personId);
      const requests = await inOrganisation(platform, actor, (tx) =>
        openRequests(tx, actor, platform.secret),
      );
      const found = requests.find(
        (each) => aboutPersonId === undefined || each.subjectPersonId === aboutPersonId,
      );
      if (!found) throw new Error("nobody asked this person");
      return found.id;
    },
  };
}

/** Closes and scores, as the job would. */
export async function closeAndScore(
  platform: Platform,
  house: OwnHouse,
  cycleId: string,
): Promise<void> {
  required(await closeCycle(platform, house.admin, cycleId));
  await scoreCycle(platform, { organisationId: house.organisationId, cycleId });
}

export async function closeScoreAndRelease(
  platform: Platform,
  house: OwnHouse,
  cycleId: string,
): Promise<void> {
  await closeAndScore(platform, house, cycleId);
  accepted(await releaseCycle(platform, house.admin, cycleId));
}
