import { checkPolicy } from "../check-policy.ts";
import { type Disclosed, seal } from "../disclosed.ts";
import { minimumFor } from "../minimum-for.ts";
import type { DisclosurePolicy } from "../policy.ts";
import type { Hidden, ReasonCode } from "../reason.ts";

/** How many raters of one relationship answered, and how many of them count towards minima; all, unless given. */
export type RelationshipCount = {
  readonly relationship: string;
  readonly raters: number;
  readonly counting?: number;
};

/** A group that a report shows: its id is its relationship, or "merged". */
export type ShownGroup = {
  readonly id: string;
  readonly relationships: readonly string[];
  readonly raters: number;
  readonly identified: boolean;
  readonly reason: Extract<ReasonCode, `shown-${string}`>;
};

/** A relationship that no figure stands for. Its number of raters is kept back too. */
export type HiddenRelationship = Hidden & { readonly relationship: string };

/** "All raters", over these relationships. */
export type ShownAll = {
  readonly shown: true;
  readonly relationships: readonly string[];
  readonly raters: number;
};

/** The groups of a report. */
export type GroupDecision = {
  readonly groups: readonly ShownGroup[];
  readonly hidden: readonly HiddenRelationship[];
  readonly all: ShownAll | Hidden;
};

type Group = { relationships: string[]; raters: number; counting: number };

const countingOf = ({ raters, counting }: RelationshipCount) => counting ?? raters;

const reaches = (group: Group, policy: DisclosurePolicy) =>
  group.counting >= minimumFor(group.relationships, policy);

/**
 * Joins the groups below their minimum into one, then adds the smallest group that stands until the
 * minimum is reached. Returns what stands alone, what was joined, and what remains too small.
 */
function mergeSmall(groups: readonly Group[], policy: DisclosurePolicy) {
  const standing = groups.filter((group) => reaches(group, policy));
  const small = groups.filter((group) => !reaches(group, policy));
  if (small.length === 0 || policy.small === "hide") return { standing, merged: null, small };
  const merged: Group = {
    relationships: small.flatMap((group) => group.relationships),
    raters: small.reduce((sum, group) => sum + group.raters, 0),
    counting: small.reduce((sum, group) => sum + group.counting, 0),
  };
  while (!reaches(merged, policy) && standing.length > 0) {
    const least = standing.reduce((a, b) => (b.raters < a.raters ? b : a));
    standing.splice(standing.indexOf(least), 1);
    merged.relationships.push(...least.relationships);
    merged.raters += least.raters;
    merged.counting += least.counting;
  }
  if (reaches(merged, policy)) return { standing, merged, small: [] };
  return { standing, merged: null, small };
}

function decideAll(
  counts: readonly RelationshipCount[],
  shown: readonly ShownGroup[],
  policy: DisclosurePolicy,
): ShownAll | Hidden {
  const within = counts.filter((c) => c.raters > 0 && !policy.outsideAll.includes(c.relationship));
  const anonymous = within.filter((c) => !policy.identified.includes(c.relationship));
  const covered = new Set(shown.flatMap((group) => group.relationships));
  const rest = within.filter((c) => !covered.has(c.relationship));
  const sum = (list: readonly RelationshipCount[]) => list.reduce((n, c) => n + c.raters, 0);
  const counting = (list: readonly RelationshipCount[]) =>
    list.reduce((n, c) => n + countingOf(c), 0);
  const names = (list: readonly RelationshipCount[]) => list.map((c) => c.relationship);
  if (counting(anonymous) < minimumFor(names(anonymous), policy)) {
    return { shown: false, reason: "hidden-few-raters" };
  }
  if (rest.length > 0 && counting(rest) < minimumFor(names(rest), policy)) {
    return { shown: false, reason: "hidden-subtraction" };
  }
  return { shown: true, relationships: names(within), raters: sum(within) };
}

function checkCounts(counts: readonly RelationshipCount[]): void {
  const seen = new Set<string>(["merged", "all"]);
  for (const count of counts) {
    const { relationship, raters } = count;
    const counting = countingOf(count);
    if (seen.has(relationship)) throw new RangeError(`Relationship "${relationship}" is taken.`);
    if (!Number.isInteger(raters) || raters < 0) throw new RangeError("Raters must be counted.");
    if (!Number.isInteger(counting) || counting < 0 || counting > raters)
      throw new RangeError("No more raters can count than there are.");
    seen.add(relationship);
  }
}

/**
 * Decides which groups a report may show. Identified relationships stand alone; anonymous groups
 * below the minimum merge with each other, then with the smallest group that stands, or are hidden
 * when the policy says so. "All raters" is shown when what it adds to the shown groups is nobody or
 * at least the minimum. Only raters who count reach a minimum; those who don't are protected by it all
 * the same, so that a difference of one of them is no less hidden. Throws a RangeError on repeated relationships or
 * counts that are not whole.
 */
export function decideGroups(
  counts: readonly RelationshipCount[],
  policy: DisclosurePolicy,
): Disclosed<GroupDecision> {
  checkPolicy(policy);
  checkCounts(counts);
  const isIdentified = (c: RelationshipCount) => policy.identified.includes(c.relationship);
  const anonymous = counts
    .filter((c) => !isIdentified(c) && c.raters > 0)
    .map((c) => ({
      relationships: [c.relationship],
      raters: c.raters,
      counting: countingOf(c),
    }));
  const { standing, merged, small } = mergeSmall(anonymous, policy);
  const groups: ShownGroup[] = [];
  for (const count of counts) {
    const { relationship, raters } = count;
    const base = { id: relationship, relationships: [relationship], raters };
    if (isIdentified(count) && raters > 0) {
      groups.push({ ...base, identified: true, reason: "shown-identified" });
    } else if (standing.some((group) => group.relationships[0] === relationship)) {
      groups.push({ ...base, identified: false, reason: "shown-minimum" });
    }
  }
  if (merged !== null) {
    const { relationships, raters } = merged;
    const reason = "shown-merged";
    groups.push({ id: "merged", relationships, raters, identified: false, reason });
  }
  const empty = counts.filter((c) => c.raters === 0).map((c) => c.relationship);
  const left = [...small.flatMap((group) => group.relationships), ...empty];
  const hidden = counts
    .filter((c) => left.includes(c.relationship))
    .map(
      (c): HiddenRelationship => ({
        relationship: c.relationship,
        shown: false,
        reason: isIdentified(c) ? "hidden-no-answer" : "hidden-few-raters",
      }),
    );
  return seal({ groups, hidden, all: decideAll(counts, groups, policy) });
}
