import { type DisclosurePolicy, decideGroups } from "@twohats/disclosure";
import { type Relationship, relationships } from "~/features/questionnaires/domain/index.ts";

/** One participant's raters as their list is now, and what holds for them. */
export type CountedList = {
  groups: readonly { relationship: Relationship; asked: number; counting: number }[];
  policy: DisclosurePolicy;
};

export type WithRules = {
  participants: number;
  /** Each anonymous relationship under which somebody is asked, in the usual order. */
  groups: {
    relationship: Relationship;
    /** Participants with such raters, and how many raters they have together. */
    participants: number;
    raters: number;
    /** Of these participants, those with whom the group is shown on its own. */
    alone: number;
  }[];
  /** Participants whose anonymous raters are shown at all, on their own or together. */
  shown: number;
  /** Participants with enough anonymous raters for what they write to be shown. */
  comments: number;
  /** Participants whom somebody anonymous is asked about. */
  rated: number;
};

/**
 * What the rules leave of the lists as they are, if everybody who is asked answers everything. Groups are decided as a
 * report's are, so that nothing is expected here which disclosure would not show.
 */
export function withRules(lists: readonly CountedList[]): WithRules {
  const groups = new Map<Relationship, WithRules["groups"][number]>();
  const sums = { participants: lists.length, shown: 0, comments: 0, rated: 0 };
  for (const { groups: asked, policy } of lists) {
    const anonymous = asked.filter(
      (each) => each.asked > 0 && !policy.identified.includes(each.relationship),
    );
    if (anonymous.length === 0) continue;
    const decided = decideGroups(
      anonymous.map(({ relationship, asked: raters, counting }) => ({
        ...{ relationship, raters, counting },
      })),
      policy,
    );
    sums.rated += 1;
    if (decided.groups.length > 0) sums.shown += 1;
    const writers = anonymous.reduce((sum, { counting }) => sum + counting, 0);
    if (writers >= policy.minimumCommenters) sums.comments += 1;
    for (const { relationship, asked: raters } of anonymous) {
      const sum = groups.get(relationship) ?? {
        relationship,
        participants: 0,
        raters: 0,
        alone: 0,
      };
      sum.participants += 1;
      sum.raters += raters;
      if (decided.groups.some(({ id }) => id === relationship)) sum.alone += 1;
      groups.set(relationship, sum);
    }
  }
  return { ...sums, groups: relationships.flatMap((each) => groups.get(each) ?? []) };
}
