import type { Actor } from "~/features/identity/index.ts";
import { mentions } from "~/features/people/domain/index.ts";
import {
  policyForList,
  smallGroups,
  type WithRules,
  withRules,
} from "~/features/rounds/domain/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { cycleView } from "../cycle/cycle-reads.server.ts";
import { type ParticipantProgress, participantProgress } from "../cycle/progress-reads.server.ts";
import { policyOf } from "../cycle/setup-reads.server.ts";
import { type CycleKind, needsOthers } from "../domain/cycle-kind.ts";
import type { RaterLimits } from "../domain/rater-rules.ts";

export const PARTICIPANTS_PER_PAGE = 50;

/** With how many raters who count a group of theirs needs. */
export type CountedParticipant = ParticipantProgress & { minimum: number };

export type RatersStep = {
  participants: CountedParticipant[];
  matching: number;
  total: number;
  /** Names of some whom nobody but themselves would rate, and how many they are. */
  alone: { names: string[]; count: number };
  /** What the rules leave of all of these lists. */
  rules: WithRules;
  page: number;
  pages: number;
};

const NAMED = 20;

/**
 * One page of a cycle's participants with their raters counted; those who need a look come first. Null when not for
 * this actor.
 */
export function ratersStep(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  { search, page }: { search: string; page: number },
): Promise<RatersStep | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const cycle = await cycleView(tx, actor, cycleId);
    if (!cycle) return null;
    const policy = await policyOf(tx, actor, cycleId);
    const lists = (await participantProgress(tx, actor, cycleId)).map((each) => ({
      each,
      policy: policyForList(policy, each.list),
    }));
    const participants = lists.map(({ each, policy: { minimum } }) => ({ ...each, minimum }));
    const rank = rankBy(cycle.kind, cycle.rules.raterLimits);
    const alone = needsOthers(cycle.kind) ? participants.filter(isAlone) : [];
    const found = participants
      .filter(({ name, jobTitle }) => mentions({ name, jobTitle, email: null }, search))
      .map((each) => ({ each, rank: rank(each) }))
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ each }) => each);
    const pages = Math.max(1, Math.ceil(found.length / PARTICIPANTS_PER_PAGE));
    const at = Math.min(Math.max(1, page), pages);
    return {
      participants: found.slice((at - 1) * PARTICIPANTS_PER_PAGE, at * PARTICIPANTS_PER_PAGE),
      matching: found.length,
      total: participants.length,
      alone: { names: alone.slice(0, NAMED).map(({ name }) => name), count: alone.length },
      rules: withRules(lists.map(({ each: { groups }, policy: own }) => ({ groups, policy: own }))),
      page: at,
      pages,
    };
  });
}

/** Those nobody would rate, then those outside the limits, then those with a group too small, then the others. */
function rankBy(kind: CycleKind, limits: RaterLimits) {
  return (each: CountedParticipant): number => {
    if (needsOthers(kind) && isAlone(each)) return 0;
    if (isOutside(each, limits)) return 1;
    return smallGroups(each.groups, each.minimum).length > 0 ? 2 : 3;
  };
}

function isAlone({ groups }: Pick<ParticipantProgress, "groups">): boolean {
  return groups.every((group) => group.relationship === "self" || group.asked === 0);
}

function isOutside({ groups }: ParticipantProgress, limits: RaterLimits): boolean {
  return Object.entries(limits).some(([relationship, { min, max }]) => {
    const asked = groups.find((group) => group.relationship === relationship)?.asked ?? 0;
    return asked < (min ?? 0) || asked > (max ?? Number.POSITIVE_INFINITY);
  });
}
