/** How a rater came onto a participant's list, and whether they are still who was asked. */
export type RaterOrigin = {
  broughtFromOutsideByParticipant: boolean;
  /** Someone other than the rater changed their address or account since they were asked. */
  readdressedDuringRound: boolean;
};

/**
 * Whether a rater's answers are certain to be somebody else's than the participant's, or than those of whoever changed an
 * address. Only such raters count towards a minimum; the others' answers are in the figures all the same.
 */
export function countsTowardsMinimum(origin: RaterOrigin): boolean {
  return !origin.broughtFromOutsideByParticipant && !origin.readdressedDuringRound;
}
