/** Under which a report tells of all others together. */
export const ALL = "all";

/**
 * Who was asked and counts towards a minimum: ids of people, by the group of the report that they are in. Whoever a
 * report showed in no group is in one of a name that no report uses.
 */
export type Asked = Readonly<Record<string, readonly string[]>>;

/** Of whom no group of a report told. */
export const UNTOLD = "untold";

/** How many people are in one of two sets of those who were asked and not in the other, over some groups. */
export function changedIn(before: Asked, now: Asked, groups: readonly string[]): number {
  const members = (asked: Asked) =>
    new Set(groups.flatMap((group) => (asked[group] ?? []).map((id) => `${group} ${id}`)));
  return members(before).symmetricDifference(members(now)).size;
}

/** Every group that either names. */
export function groupsOf(...all: readonly Asked[]): string[] {
  return [...new Set(all.flatMap((asked) => Object.keys(asked)))];
}

/** The group of a report in which a relationship is told. */
export function groupOf(
  groups: readonly { id: string; relationships: readonly string[] }[],
  relationship: string,
): string {
  return groups.find(({ relationships }) => relationships.includes(relationship))?.id ?? UNTOLD;
}
