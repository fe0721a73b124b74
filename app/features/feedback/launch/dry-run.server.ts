import type { Actor } from "~/features/identity/index.ts";
import { mentions } from "~/features/people/domain/index.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { isEditable } from "~/features/rounds/domain/index.ts";
import { languagesOfRound } from "~/features/rounds/index.server.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type CycleView, cycleView } from "../cycle/cycle-reads.server.ts";
import { participantsOf } from "../cycle/participant-store.server.ts";
import { peopleInParts } from "../cycle/people-in-parts.server.ts";
import {
  type PlannedLetter,
  type PlannedLetterKind,
  plannedLetterKinds,
  plannedLetters,
} from "../domain/launch-plan.ts";
import { invitationPlan, plannedPeople } from "./launch-plan.server.ts";

export const LETTERS_PER_PAGE = 100;

export type DryRun = {
  cycle: CycleView;
  zone: string;
  /** The day it is taken to be launched on. */
  opensOn: string;
  counts: Record<PlannedLetterKind, number>;
  /** Letters that can't be sent: no address, or the person has left. */
  unsent: number;
  letters: PlannedLetter[];
  matching: number;
  page: number;
  pages: number;
};

export type DryRunFilter = { kind: PlannedLetterKind | null; search: string; page: number };

/**
 * Everyone who would get what if the cycle were launched as it stands. Nothing is sent, nothing changed. Null when not
 * for this actor.
 */
export function dryRun(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  filter: DryRunFilter,
): Promise<DryRun | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const planned = await wholePlan(platform, tx, actor, cycleId);
    if (!planned) return null;
    const { letters, ...rest } = planned;
    const found = letters.filter(
      (letter) =>
        (filter.kind === null || letter.kind === filter.kind) &&
        mentions({ name: letter.name, jobTitle: null, email: letter.address }, filter.search),
    );
    const pages = Math.max(1, Math.ceil(found.length / LETTERS_PER_PAGE));
    const page = Math.min(Math.max(1, filter.page), pages);
    const count = (kind: PlannedLetterKind) => letters.filter((each) => each.kind === kind).length;
    return {
      ...rest,
      counts: {
        nomination: count("nomination"),
        invitation: count("invitation"),
        report: count("report"),
      },
      unsent: letters.filter(({ address }) => address === null).length,
      letters: found.slice((page - 1) * LETTERS_PER_PAGE, page * LETTERS_PER_PAGE),
      matching: found.length,
      page,
      pages,
    };
  });
}

/** All letters of a dry run, for a file; null when not for this actor. */
export function wholeDryRun(
  platform: Platform,
  actor: Actor,
  cycleId: string,
): Promise<{ cycle: CycleView; letters: PlannedLetter[] } | null> {
  return inOrganisation(platform, actor, (tx) => wholePlan(platform, tx, actor, cycleId));
}

async function wholePlan(platform: Platform, tx: Tx, actor: Actor, cycleId: string) {
  const cycle = await cycleView(tx, actor, cycleId);
  if (!cycle || !isEditable(cycle.state)) return null;
  const zone = await organisationZone(tx, actor);
  const today = todayFor(platform, zone);
  const opensOn = cycle.opensOn !== null && cycle.opensOn > today ? cycle.opensOn : today;
  const invitations = await invitationPlan(tx, actor, cycle, opensOn);
  const participants = await participantsOf(tx, {
    organisationId: actor.organisationId,
    id: cycleId,
  });
  const nominators = nominatorsOf(cycle, participants);
  const participantIds = participants.map(({ personId }) => personId);
  const ids = [...new Set([...participantIds, ...nominators])];
  const people = plannedPeople(await peopleInParts(tx, actor, ids));
  const languages = await languagesOfRound(tx, actor, cycle);
  const known = (id: string) => people.has(id);
  const letters = [
    ...plannedLetters("nomination", languages, nominators.filter(known), people),
    ...invitations,
    ...plannedLetters("report", languages, participantIds, people),
  ];
  const order = new Map(plannedLetterKinds.map((kind, index) => [kind, index]));
  const collator = new Intl.Collator("en-GB");
  letters.sort(
    (one, other) =>
      (order.get(one.kind) ?? 0) - (order.get(other.kind) ?? 0) ||
      collator.compare(one.name, other.name),
  );
  return { cycle, zone, opensOn, letters };
}

/** Who is asked to make lists of raters; nobody when HR does, or when it is under way already. */
function nominatorsOf(
  cycle: CycleView,
  participants: readonly { personId: string; managerId: string | null }[],
): string[] {
  if (cycle.kind === "self" || cycle.state !== "draft" || cycle.nominateBy === null) return [];
  if (cycle.rules.nominatedBy === "participant")
    return participants.map(({ personId }) => personId);
  if (cycle.rules.nominatedBy === "hr") return [];
  return [
    ...new Set(participants.flatMap(({ managerId }) => (managerId === null ? [] : [managerId]))),
  ];
}
