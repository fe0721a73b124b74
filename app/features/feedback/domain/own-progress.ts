import type { DisclosurePolicy } from "@twohats/disclosure";
import type { Relationship } from "./relationship.ts";

/** What a participant sees of one group: how many have answered, or only that they are being asked. */
export type OwnGroup = {
  relationship: Relationship;
  counts: { asked: number; answered: number } | null;
};

/**
 * How far a participant's raters are, as the participant may see it: by group, and only where enough were asked and enough have
 * answered, so that no count points at anyone. Their own view is not among it.
 */
export function ownProgress(
  groups: readonly { relationship: Relationship; asked: number; answered: number }[],
  policy: DisclosurePolicy,
): OwnGroup[] {
  return groups
    .filter(({ relationship, asked }) => relationship !== "self" && asked > 0)
    .map(({ relationship, asked, answered }) => {
      const minimum = Math.max(policy.minimum, policy.minimumFor[relationship] ?? 0);
      const shown = asked >= minimum && answered >= minimum;
      return { relationship, counts: shown ? { asked, answered } : null };
    });
}
