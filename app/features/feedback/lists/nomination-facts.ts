import { isRoundState, type RoundState } from "~/features/rounds/domain/index.ts";
import { isNominationState, type NominationFacts } from "../domain/nomination.ts";
import { approvers, nominators } from "../domain/rater-rules.ts";

type StoredParticipant = {
  roundId: string;
  personId: string;
  managerId: string | null;
  nomination: string;
  withdrawn: boolean;
};

type StoredCycle = { state: string; paused: boolean; nominatedBy: string; approvedBy: string };

/** What decides who may do what with a list of raters, from how it is stored. */
export function nominationFacts(
  participant: StoredParticipant,
  cycle: StoredCycle,
): NominationFacts & { cycleState: RoundState } {
  const { roundId, personId, managerId, nomination, withdrawn } = participant;
  const { state, paused } = cycle;
  const nominatedBy = nominators.find((each) => each === cycle.nominatedBy);
  const approvedBy = approvers.find((each) => each === cycle.approvedBy);
  if (!isNominationState(nomination) || !isRoundState(state) || !nominatedBy || !approvedBy)
    throw new Error("a list of raters in an unknown state");
  return {
    roundId,
    participantPersonId: personId,
    managerId,
    cycleState: state,
    paused,
    withdrawn,
    nominatedBy,
    approvedBy,
    nomination,
  };
}
