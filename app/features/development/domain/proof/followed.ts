/** What somebody may do after a report, in the order in which the product suggests it. */
export const followSteps = ["chose", "planned", "practised"] as const;
export type FollowStep = (typeof followSteps)[number];

/** One participant of a round who can read their report, and what they did after it. */
export type Followed = { personId: string } & Record<FollowStep, boolean>;

/**
 * What stands behind the count of one step, each a key that is another once its person did it: so a count that is told
 * again after one more did it would rest on one new key, and is not told.
 */
export function contributionsTo(step: FollowStep, people: readonly Followed[]): string[] {
  return people.map((each) => `${each.personId} ${each[step] ? "did" : "not"}`);
}

/** How many of them did a step. */
export function countOf(step: FollowStep, people: readonly Followed[]) {
  return { n: people.length, did: people.filter((each) => each[step]).length };
}

/** By person whether they did a step, of what stands behind its count. */
export function didOf(contributions: readonly string[]): Map<string, boolean> {
  return new Map(
    contributions.map((each) => {
      const [personId = "", did] = each.split(" ");
      return [personId, did === "did"] as const;
    }),
  );
}
