import type { Actor } from "~/features/identity/domain/index.ts";
import { mayRunRound, type RoundState, standsEmpty } from "~/features/rounds/domain/index.ts";
import { daysAfter } from "~/platform/calendar/days.ts";
import type { Approver, Nominator } from "./rater-rules.ts";

/** Where a participant's list of raters stands. Without approval, "submitted" is the end of it. */
export const nominationStates = ["open", "submitted", "returned", "approved"] as const;

export type NominationState = (typeof nominationStates)[number];

export type NominationFacts = {
  roundId: string;
  participantPersonId: string;
  /** The manager as written down with the participant. */
  managerId: string | null;
  cycleState: RoundState;
  paused: boolean;
  withdrawn: boolean;
  nominatedBy: Nominator;
  approvedBy: Approver;
  nomination: NominationState;
};

type Asker = Pick<Actor, "role" | "personId" | "letInto">;

export function isNominationState(value: string): value is NominationState {
  return nominationStates.some((state) => state === value);
}

/** Done choosing, as far as those who choose are concerned. */
export function isHandedIn(nomination: NominationState): boolean {
  return nomination === "submitted" || nomination === "approved";
}

/** Who makes the list. A participant without a manager is HR's to nominate for. */
export function nominatorOf({ nominatedBy, managerId }: NominationFacts): Nominator {
  return nominatedBy === "manager" && managerId === null ? "hr" : nominatedBy;
}

/** Who has to agree to it. Nobody approves a list of their own, and without a manager HR stands in. */
export function approverOf(facts: NominationFacts): Approver {
  const { approvedBy, managerId } = facts;
  const approver = approvedBy === "manager" && managerId === null ? "hr" : approvedBy;
  return approver === nominatorOf(facts) ? "nobody" : approver;
}

/** Where a list stands once it has been handed in. */
export function afterHandingIn(facts: NominationFacts): "submitted" | "approved" {
  return facts.approvedBy !== "nobody" && approverOf(facts) === "nobody" ? "approved" : "submitted";
}

/** Whether a list waits for someone to agree to it. */
export function waitsForApproval(facts: NominationFacts): boolean {
  return (
    facts.nomination === "submitted" &&
    facts.cycleState === "nominating" &&
    approverOf(facts) !== "nobody"
  );
}

const isHr = (actor: Asker, { roundId }: NominationFacts) => mayRunRound(actor, roundId);
// Whoever left has no more part in lists, also where something still names them.
const isPerson = ({ personId, role }: Asker, named: string | null) =>
  personId !== null && personId === named && role !== "leaver";
const isParticipant = (actor: Asker, facts: NominationFacts) =>
  isPerson(actor, facts.participantPersonId);
const isManager = (actor: Asker, facts: NominationFacts) => isPerson(actor, facts.managerId);

function isNominator(actor: Asker, facts: NominationFacts): boolean {
  const nominator = nominatorOf(facts);
  if (nominator === "participant") return isParticipant(actor, facts);
  return nominator === "manager" ? isManager(actor, facts) : isHr(actor, facts);
}

/** Never the participant, whatever else they are: a list needs a second person. */
function isApprover(actor: Asker, facts: NominationFacts): boolean {
  if (isParticipant(actor, facts)) return false;
  const approver = approverOf(facts);
  if (approver === "manager") return isManager(actor, facts) || isHr(actor, facts);
  return approver === "hr" && isHr(actor, facts);
}

/** HR sees every list, participants their own once it was opened, managers those they make or approve. */
export function maySeeNomination(actor: Asker, facts: NominationFacts): boolean {
  if (isHr(actor, facts)) return true;
  if (facts.cycleState === "draft") return false;
  return isParticipant(actor, facts) || isNominator(actor, facts) || isApprover(actor, facts);
}

/** Before the launch: HR always, whoever makes the list until it is handed in, whoever approves it while it waits. */
export function mayChooseRaters(actor: Asker, facts: NominationFacts): boolean {
  const { cycleState, nomination, withdrawn } = facts;
  if (withdrawn) return false;
  if (isHr(actor, facts)) return cycleState === "draft" || cycleState === "nominating";
  if (cycleState !== "nominating") return false;
  if (waitsForApproval(facts) && isApprover(actor, facts)) return true;
  return isNominator(actor, facts) && !isHandedIn(nomination);
}

/** Handing a list in is for whoever makes it, and for HR in their place. */
export function mayHandIn(actor: Asker, facts: NominationFacts): boolean {
  return (
    (isHr(actor, facts) || isNominator(actor, facts)) &&
    mayChooseRaters(actor, facts) &&
    !isHandedIn(facts.nomination)
  );
}

export function mayApprove(actor: Asker, facts: NominationFacts): boolean {
  return !facts.withdrawn && waitsForApproval(facts) && isApprover(actor, facts);
}

/** A list can be given back while it waits; HR may reopen one that is settled, too. */
export function mayReturn(actor: Asker, facts: NominationFacts): boolean {
  if (mayApprove(actor, facts)) return true;
  const { cycleState, nomination, withdrawn } = facts;
  return isHr(actor, facts) && !withdrawn && cycleState === "nominating" && isHandedIn(nomination);
}

/** After the launch, who declined may be replaced by whoever made the list and by HR, while answers are taken. */
export function mayReplaceRaters(actor: Asker, facts: NominationFacts): boolean {
  const { cycleState, paused, withdrawn } = facts;
  if (cycleState !== "collecting" || paused || withdrawn) return false;
  return isHr(actor, facts) || isNominator(actor, facts);
}

/**
 * After the launch, only HR adds to a list or takes someone off it who has not declined: whoever else could, might
 * learn from the counts whether that person had answered, or rid themselves of an answer.
 */
export function mayChangeLaunchedList(actor: Asker, facts: NominationFacts): boolean {
  return isHr(actor, facts) && mayReplaceRaters(actor, facts);
}

/**
 * Whether somebody else can be asked in a rater's place: theirs who declined, for whoever may replace, and theirs who
 * left, for HR.
 */
export function isPlaceFree(
  may: { replace: boolean; withdraw: boolean },
  rater: { relationship: string; declined: boolean; gone: boolean; replaced: boolean },
): boolean {
  return standsEmpty(rater) && (rater.declined ? may.replace : may.withdraw);
}

/** That someone declined is for those who could replace them. */
export function maySeeDeclined(actor: Asker, facts: NominationFacts): boolean {
  return isHr(actor, facts) || isNominator(actor, facts) || isApprover(actor, facts);
}

/** Whom the participant took off, and whose address looks like another, is for HR and whoever agrees to the list. */
export function mayJudgeList(actor: Asker, facts: NominationFacts): boolean {
  return !isParticipant(actor, facts) && (isHr(actor, facts) || isApprover(actor, facts));
}

/** Raters are told that the participant does not read it: not even one who is HR. */
export function maySeeDeclineReason(actor: Asker, facts: NominationFacts): boolean {
  return mayJudgeList(actor, facts);
}

/** Characters in the note with which a list is given back. */
export const longestNote = 500;

/**
 * The calendar date from which a list that nobody decides on counts as approved; null while it is not handed in, or
 * where it never does by itself. @param handedInOn a calendar date, where the organisation is.
 */
export function approvedOn(handedInOn: string | null, afterDays: number | null): string | null {
  return handedInOn === null || afterDays === null ? null : daysAfter(handedInOn, afterDays);
}
