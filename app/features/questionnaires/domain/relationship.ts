/**
 * How a rater stands to the participant, in the order in which reports show them. Whoever is from outside the
 * organisation is that, and nothing else.
 */
export const relationships = [
  "self",
  "manager",
  "peer",
  "direct_report",
  "other",
  "outside",
] as const;

export type Relationship = (typeof relationships)[number];

export function isRelationship(value: unknown): value is Relationship {
  return relationships.some((relationship) => relationship === value);
}

/** Relationships a person may be asked under; self follows from who takes part. */
export const choosableRelationships = [
  "manager",
  "peer",
  "direct_report",
  "other",
  "outside",
] as const satisfies Relationship[];

/**
 * Under what someone is asked: a colleague as was wanted, anyone from outside as that. null: a colleague is not from
 * outside.
 */
export function askedAs<Wanted extends Relationship>(
  person: { external: boolean },
  wanted: Wanted,
): Wanted | "outside" | null {
  if (person.external) return wanted === "self" ? null : "outside";
  return wanted === "outside" ? null : wanted;
}
