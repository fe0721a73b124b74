/** How a rater came onto a subject's list, and whether they are still who was asked. */
export type RaterOrigin = {
  broughtFromOutsideBySubject: boolean;
  /**
   * Someone else changed their address since they were asked, or earlier, if nobody got in by it yet; and they did not
   * confirm it.
   */
  readdressedDuringRound: boolean;
};

/**
 * Whether a rater's answers are certain to be somebody else's than the subject's, or than those of whoever changed
 * an address. Only such raters count towards a minimum; the others' answers are in the figures all the same.
 */
export function countsTowardsMinimum(origin: RaterOrigin): boolean {
  return !origin.broughtFromOutsideBySubject && !origin.readdressedDuringRound;
}

/**
 * Whether a change of someone's address by others falls into a round: it lets somebody in after they were asked.
 * @param changes without those that the person confirmed or that were undone. `askedAt` is null as long as nobody
 * asked.
 */
export function readdressedSince(
  changes: readonly { until: Date }[],
  askedAt: Date | null,
): boolean {
  return askedAt !== null && changes.some(({ until }) => until > askedAt);
}
