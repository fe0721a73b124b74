/** How a rater stands to the participant, in the order in which reports show them. */
export const relationships = ["self", "manager", "peer", "direct_report", "other"] as const;

export type Relationship = (typeof relationships)[number];

export function isRelationship(value: unknown): value is Relationship {
  return relationships.some((relationship) => relationship === value);
}

/** Relationships a person may be asked under; self and manager follow from the org tree. */
export const choosableRelationships = [
  "manager",
  "peer",
  "direct_report",
  "other",
] as const satisfies Relationship[];
