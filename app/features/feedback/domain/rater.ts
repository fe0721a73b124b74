/**
 * Someone answering: by personal link (one cycle) or signed in (every cycle they were asked in). Both lead
 * to the same answers, because both are the same person.
 */
export type RaterActor = {
  readonly organisationId: string;
  readonly personId: string;
  /** The one cycle a link opens; null for someone signed in. */
  readonly cycleId: string | null;
};
