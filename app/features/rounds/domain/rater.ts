/**
 * Someone answering: by personal link (one cycle) or signed in (every cycle they were asked in), on some device. Both
 * are the same person; what they wrote is shown again on the device that wrote it alone.
 */
export type RaterActor = {
  readonly organisationId: string;
  readonly personId: string;
  /** The one cycle a link opens; null for someone signed in. */
  readonly cycleId: string | null;
  /** The key of the browser they write on; null where nothing is read or written of answers. */
  readonly device: string | null;
};
