/**
 * Whether a rater's place stands empty, so that somebody else could be asked in it: they declined or left, and nobody
 * stands in for them yet. One's own view is nobody else's to give.
 */
export function standsEmpty(rater: {
  relationship: string;
  declined: boolean;
  gone: boolean;
  replaced: boolean;
}): boolean {
  return rater.relationship !== "self" && !rater.replaced && (rater.declined || rater.gone);
}
