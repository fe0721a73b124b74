import { type InstrumentChoice, instrumentChoices } from "~/features/frameworks/index.server.ts";
import { organisationName } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { writtenDate } from "~/platform/i18n/format.ts";
import { texts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleView, cycleView } from "./cycle-reads.server.ts";
import { type LaunchObstacle, launchObstacles } from "./domain/cycle-setup.ts";
import { fillIn, paragraphsOf, unknownPlaceholders } from "./domain/invitation-text.ts";
import { type ParticipantProgress, participantProgress } from "./progress-reads.server.ts";
import { minimumOf, type PersonAsked, peopleAsked } from "./setup-reads.server.ts";
import { todayOf } from "./today.ts";

export function instrumentsToChoose(platform: Platform, actor: Actor): Promise<InstrumentChoice[]> {
  return inOrganisation(platform, actor, (tx) => instrumentChoices(tx, actor));
}

/** The wording every new cycle starts with; its placeholders stay as they are. */
export function usualInvitation(): { subject: string; body: string } {
  const t = texts.getFixedT("en", "feedback");
  return {
    subject: t("letters.invitation.subject", { skipInterpolation: true }),
    body: t("letters.invitation.body", { skipInterpolation: true }),
  };
}

export type SetupPage = {
  cycle: CycleView;
  instrument: InstrumentChoice | null;
  participants: ParticipantProgress[];
  /** Raters an anonymous group needs before its figures are shown. */
  minimum: number;
  obstacles: LaunchObstacle[];
  unknownPlaceholders: string[];
  asked: { people: number; requests: number; unreachable: string[] };
  /** The invitation as the first of those asked would get it. */
  preview: { to: string; subject: string; paragraphs: string[] };
};

/** A cycle before launch, with all that its steps show; null when there is none, or it is not for this actor. */
export function setupPage(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<SetupPage | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await cycleView(tx, actor, cycleId);
    if (!cycle) return null;
    const participants = await participantProgress(tx, actor, cycleId);
    const asked = await peopleAsked(tx, actor, cycleId);
    const choices = await instrumentChoices(tx, actor);
    const reachable = asked.filter((each) => each.reachable);
    return {
      cycle,
      instrument: choices.find((each) => each.id === cycle.instrumentId) ?? null,
      participants,
      minimum: await minimumOf(tx, actor, cycleId),
      obstacles: obstaclesOf(cycle, participants, todayOf(platform)),
      unknownPlaceholders: unknownPlaceholders(
        `${cycle.invitation.subject} ${cycle.invitation.body}`,
      ),
      asked: {
        people: reachable.length,
        requests: reachable.reduce((sum, each) => sum + each.requests, 0),
        unreachable: asked.filter((each) => !each.reachable).map((each) => each.name),
      },
      preview: previewOf(cycle, await organisationName(tx, actor), reachable[0]),
    };
  });
}

function obstaclesOf(
  cycle: CycleView,
  participants: ParticipantProgress[],
  today: string,
): LaunchObstacle[] {
  const sizes = participants.map(({ groups }) => ({
    raters: total(groups),
    others: total(groups.filter((group) => group.relationship !== "self")),
  }));
  return launchObstacles({ closesOn: cycle.closesOn, participants: sizes }, today);
}

function total(groups: ParticipantProgress["groups"]): number {
  return groups.reduce((sum, group) => sum + group.asked, 0);
}

function previewOf(
  cycle: CycleView,
  organisation: string,
  first: PersonAsked | undefined,
): SetupPage["preview"] {
  const t = texts.getFixedT("en", "feedback");
  const name = first?.name ?? texts.t("setup.invitation.someone", { ns: "feedback-hr" });
  const facts = {
    name,
    organisation,
    closes: cycle.closesOn
      ? writtenDate(cycle.closesOn)
      : texts.t("setup.invitation.noDate", { ns: "feedback-hr" }),
    count: t("letters.people", { count: first?.requests ?? 3 }),
  };
  return {
    to: name,
    subject: fillIn(cycle.invitation.subject, facts),
    paragraphs: paragraphsOf(fillIn(cycle.invitation.body, facts)),
  };
}
