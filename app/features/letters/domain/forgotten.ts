/**
 * Letters that nobody has come for this long after their turn, in milliseconds, have lost their job. Longer than a
 * launch's letters wait for a slow mail server; the tries themselves are a quarter of an hour apart at most.
 */
export const FORGOTTEN_AFTER_MS: number = 6 * 3_600_000;

/**
 * The same for a letter that a process took up and whose claim ran out: no process needs that long to come back, in
 * milliseconds.
 */
export const CLAIM_FORGOTTEN_AFTER_MS: number = 3_600_000;
