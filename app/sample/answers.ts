import { type SampleComments, simulateComments, writingLanguage } from "./comments.ts";
import type { PlannedCycle } from "./cycles.ts";
import type { SampleOrganisation } from "./organisation.ts";
import { reportingOf } from "./peers.ts";
import { createRandom } from "./random.ts";
import { type RatedInstrument, simulateResponse } from "./ratings.ts";
import type { Relationship, SampleTruth, TruthCompetency } from "./truth.ts";

export type SampleAnswer = {
  participantEmployeeId: string;
  raterEmployeeId: string;
  relationship: Relationship;
  state: "done" | "started";
  /** In item order. A started answer holds the first items only, so it is shorter than the instrument. */
  ratings: readonly (number | null)[];
  /** Empty while only started. */
  comments: SampleComments;
};

/**
 * Every answer of a cycle: all of a rater who is done, the first part of one who has started. Each
 * request has its own stream, so adding a rater leaves everyone else's ratings alone.
 * Throws when the truth lacks a participant or rater of the plan.
 */
export function simulateAnswers(
  seed: number | string,
  organisation: SampleOrganisation,
  truth: SampleTruth,
  cycle: PlannedCycle,
  instrument: RatedInstrument,
  framework: readonly TruthCompetency[],
): SampleAnswer[] {
  const random = createRandom(seed).fork(`answers ${cycle.key}`);
  const { personOf } = reportingOf(organisation);
  return cycle.participants.flatMap(({ employeeId, raters }) => {
    const manager = truth.managers.get(employeeId);
    if (manager === undefined) throw new RangeError(`No truth for participant ${employeeId}`);
    const used = new Set<string>();
    return raters.flatMap((planned): SampleAnswer[] => {
      if (planned.state !== "done" && planned.state !== "started") return [];
      const rater = truth.raters.get(planned.employeeId);
      if (rater === undefined) throw new RangeError(`No truth for rater ${planned.employeeId}`);
      const stream = random.fork(`${employeeId} by ${planned.employeeId}`);
      const { relationship, state } = planned;
      const ratings = simulateResponse(stream, manager, instrument, rater, relationship);
      const request = {
        participantEmployeeId: employeeId,
        raterEmployeeId: planned.employeeId,
        relationship,
      };
      if (state === "started") {
        const answered = 1 + stream.integer(instrument.items.length - 1);
        return [{ ...request, state, ratings: ratings.slice(0, answered), comments: {} }];
      }
      const language = writingLanguage(personOf(planned.employeeId), personOf(employeeId));
      const words = stream.fork("comments");
      const comments = simulateComments(words, manager, framework, relationship, language, used);
      return [{ ...request, state, ratings, comments }];
    });
  });
}
