import { type DisclosurePolicy, tightenPolicy } from "@twohats/disclosure";

/**
 * Whose a list of raters is. Given: HR's, a manager's, a file's or the org tree's. Shaped: the subject chose, added
 * or took off. Agreed: and a second person agreed to it since.
 */
export const listShapes = ["given", "shaped", "agreed"] as const;

export type ListShape = (typeof listShapes)[number];

export function isListShape(value: unknown): value is ListShape {
  return listShapes.some((shape) => shape === value);
}

/** Whether someone acts upon a list of their own, whatever else they are. */
export function isOwnList(
  actor: { personId: string | null },
  subject: { personId: string },
): boolean {
  return actor.personId !== null && actor.personId === subject.personId;
}

/** What a list is once somebody changed who is on it. */
export function shapeAfterChange(shape: ListShape, bySubject: boolean): ListShape {
  return bySubject ? "shaped" : shape;
}

/** What a list is once a second person agreed to it as it stands. */
export function shapeAfterApproval(shape: ListShape): ListShape {
  return shape === "shaped" ? "agreed" : shape;
}

/** Raters more that it takes where nobody else agreed to a list: one ally of the subject gains them nothing. */
const WIDER_BY = 1;

/**
 * What holds for the raters of one subject: the round's policy, and where the subject shaped the list and
 * nobody else agreed to it, one rater more everywhere. Never less than the round promises.
 */
export function policyForList(policy: DisclosurePolicy, shape: ListShape): DisclosurePolicy {
  if (shape !== "shaped") return policy;
  const { minimum, minimumFor, minimumForDistribution, minimumCommenters } = policy;
  const wider = tightenPolicy(policy, {
    ...policy,
    minimum: minimum + WIDER_BY,
    minimumFor: Object.fromEntries(
      Object.entries(minimumFor).map(([group, least]) => [group, least + WIDER_BY]),
    ),
    minimumForDistribution: minimumForDistribution + WIDER_BY,
    minimumCommenters: minimumCommenters + WIDER_BY,
  });
  if (!wider.ok) throw new Error(`a policy that can't be widened: ${wider.setting}`);
  return wider.policy;
}
