/**
 * The hours, where the organisation is, at which HR and subjects are told how far a round has come. Between them
 * nothing that they see moves, so that watching a page does not tell when someone answered.
 */
export const TOLD_AT: readonly number[] = [6, 18];
