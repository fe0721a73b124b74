import type { Actor } from "~/features/identity/index.ts";
import { A_ROUND, asLetInto } from "~/features/rounds/index.ts";
import {
  mayApprove,
  mayChangeLaunchedList,
  mayChooseRaters,
  mayHandIn,
  mayJudgeList,
  mayReplaceRaters,
  mayReturn,
  maySeeDeclined,
  maySeeDeclineReason,
  maySeeNomination,
  type NominationFacts,
} from "./domain/nomination.ts";
import { mayCloseCycle, mayReleaseCycle, mayReleaseReport } from "./policy.ts";

const OTHER = "somebody else";

/** Somebody else's open list, which its participant makes and their manager agrees to. */
const list: NominationFacts = {
  roundId: A_ROUND,
  participantPersonId: OTHER,
  managerId: null,
  cycleState: "nominating",
  paused: false,
  withdrawn: false,
  nominatedBy: "participant",
  approvedBy: "manager",
  nomination: "open",
};

type May = (actor: Actor, facts: NominationFacts) => boolean;

const on = (may: May, about: Partial<NominationFacts>) => ({
  own: (actor: Actor) =>
    actor.personId !== null &&
    may(actor, { ...list, ...about, participantPersonId: actor.personId }),
  asManager: (actor: Actor) =>
    actor.personId !== null && may(actor, { ...list, ...about, managerId: actor.personId }),
  others: (actor: Actor) => may(actor, { ...list, ...about }),
  ofUnits: (actor: Actor) => may(asLetInto(actor), { ...list, ...about }),
});

const sees = on(maySeeNomination, {});
const chooses = on(mayChooseRaters, {});
const approves = on(mayApprove, { nomination: "submitted" });
const launched = { cycleState: "collecting", nomination: "approved" } as const;
const changes = on(mayChangeLaunchedList, launched);
const replaces = on(mayReplaceRaters, launched);
const handsIn = on(mayHandIn, {});
const givesBack = on(mayReturn, { nomination: "submitted" });
const judges = on(mayJudgeList, { nomination: "submitted" });
const seesDeclined = on(maySeeDeclined, launched);
const seesWhy = on(maySeeDeclineReason, launched);

/** The rows of one ability, by what whoever asks is to the list. */
const rows = (what: string, { own, asManager, others, ofUnits }: ReturnType<typeof on>) => ({
  [`${what}: their own`]: own,
  [`${what}: of somebody who reports to them`]: asManager,
  [`${what}: of anybody else`]: others,
  [`${what}: of anybody else, in a round of their departments`]: ofUnits,
});

/** Who may do what with a list of raters and a release, by what they are to it: rows of `docs/roles.md`. */
export const feedbackAbilities = {
  ...rows("see a list of raters", sees),
  "choose raters: for themselves, until the list is handed in": chooses.own,
  "choose raters: for somebody who reports to them, who makes the list": chooses.asManager,
  "choose raters: for anybody else": chooses.others,
  "choose raters: for anybody else, in a round of their departments": chooses.ofUnits,
  ...rows("hand a list in", handsIn),
  ...rows("see whom a participant took off their list, and who looks like somebody else", judges),
  ...rows("agree to a list that was handed in", approves),
  ...rows("give a list back that was handed in", givesBack),
  ...rows("see who on a list declined", seesDeclined),
  ...rows("see why somebody declined", seesWhy),
  ...rows("ask somebody else in the place of who declined", replaces),
  ...rows("change a list after the launch", changes),
  "close a round: of their departments": (actor: Actor) => mayCloseCycle(asLetInto(actor), A_ROUND),
  "close a round: any other": (actor: Actor) => mayCloseCycle(actor, A_ROUND),
  "release the reports of a round: of their departments": (actor: Actor) =>
    mayReleaseCycle(asLetInto(actor), A_ROUND),
  "release the reports of a round: any other": (actor: Actor) => mayReleaseCycle(actor, A_ROUND),
  "release one report: as the coach named for it": (actor: Actor) =>
    mayReleaseReport(actor, {
      releaseMode: "coach",
      coachPersonId: actor.personId,
      participantPersonId: OTHER,
    }),
  "release one report: their own, as their own coach": (actor: Actor) =>
    mayReleaseReport(actor, {
      releaseMode: "coach",
      coachPersonId: actor.personId,
      participantPersonId: actor.personId ?? OTHER,
    }),
};
