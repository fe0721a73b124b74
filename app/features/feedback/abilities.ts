import type { Actor } from "~/features/identity/index.ts";
import { A_ROUND, asLetInto } from "~/features/rounds/index.ts";
import {
  mayApprove,
  mayChangeLaunchedList,
  mayChooseRaters,
  maySeeNomination,
  type NominationFacts,
} from "./domain/nomination.ts";
import { mayReleaseReport } from "./policy.ts";

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
const changes = on(mayChangeLaunchedList, { cycleState: "collecting", nomination: "approved" });

/** Who may do what with a list of raters and a release, by what they are to it: rows of `docs/roles.md`. */
export const feedbackAbilities = {
  "see a list of raters: their own": sees.own,
  "see a list of raters: of somebody who reports to them": sees.asManager,
  "see a list of raters: of anybody else": sees.others,
  "see a list of raters: of anybody else, in a round of their departments": sees.ofUnits,
  "choose raters: for themselves, until the list is handed in": chooses.own,
  "choose raters: for somebody who reports to them, who makes the list": chooses.asManager,
  "choose raters: for anybody else": chooses.others,
  "choose raters: for anybody else, in a round of their departments": chooses.ofUnits,
  "agree to a list that was handed in: their own": approves.own,
  "agree to a list that was handed in: of somebody who reports to them": approves.asManager,
  "agree to a list that was handed in: of anybody else": approves.others,
  "agree to a list that was handed in: of anybody else, in a round of their departments":
    approves.ofUnits,
  "change a list after the launch: their own": changes.own,
  "change a list after the launch: of somebody who reports to them": changes.asManager,
  "change a list after the launch: of anybody else": changes.others,
  "change a list after the launch: of anybody else, in a round of their departments":
    changes.ofUnits,
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
