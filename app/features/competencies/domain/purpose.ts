/** What evidence may be read for. People are told before they give it. */
export const purposes = ["development", "staffing", "appraisal", "certification"] as const;
export type Purpose = (typeof purposes)[number];

export function isPurpose(value: unknown): value is Purpose {
  return purposes.some((purpose) => purpose === value);
}

/** What may be read of something that was made of several: what all of them may be read for, and nothing else. */
export function sharedPurposes(of: readonly (readonly Purpose[])[]): Purpose[] {
  if (of.length === 0) return [];
  return purposes.filter((purpose) => of.every((own) => own.includes(purpose)));
}
