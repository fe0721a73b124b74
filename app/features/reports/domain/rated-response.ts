/** One response, as scoring sees it: no rater, no time. */
export type ScoredResponse = {
  participantId: string;
  relationship: string;
  ratings: readonly (number | null)[];
  /** Whether its rater counts towards a minimum (`counting.ts`). */
  counts: boolean;
};

/** One response as the rater model sees it: which others are by the same rater, but not whose. */
export type RatedResponse = ScoredResponse & { rater: string };
