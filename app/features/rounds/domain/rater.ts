/**
 * Someone answering: by personal link (one round) or signed in (every round they were asked in), on some device. Both
 * are the same person; what they wrote is shown again on the device that wrote it alone.
 */
export type RaterActor = {
  readonly organisationId: string;
  readonly personId: string;
  /** The one round a link opens; null for someone signed in. */
  readonly roundId: string | null;
  /** The key of the browser they write on; null where nothing is read or written of answers. */
  readonly device: string | null;
};
