import type { DisclosurePolicy } from "@twohats/disclosure";
import { type Relationship, relationships } from "~/features/questionnaires/domain/index.ts";

/** What a subject sees of one group: how many have answered, or only that they are being asked. */
export type OwnGroup = {
  relationship: Relationship;
  counts: { asked: number; answered: number } | null;
};

/** Someone asked, whether they count towards a minimum, and whether they have answered. */
export type AskedRater = { relationship: Relationship; counts: boolean; answered: boolean };

/**
 * How far a subject's raters are, as the subject may see it: by group, and only where enough who count were
 * asked and enough of them have answered, so that no count points at anyone, not even for someone who knows what their
 * own puppets did. Their own view is not among it.
 */
export function ownProgress(raters: readonly AskedRater[], policy: DisclosurePolicy): OwnGroup[] {
  return relationships.flatMap((relationship): OwnGroup[] => {
    const asked = raters.filter((each) => each.relationship === relationship);
    if (relationship === "self" || asked.length === 0) return [];
    const minimum = Math.max(policy.minimum, policy.minimumFor[relationship] ?? 0);
    const counting = asked.filter(({ counts }) => counts);
    const answered = (list: readonly AskedRater[]) => list.filter((each) => each.answered).length;
    const shown = counting.length >= minimum && answered(counting) >= minimum;
    const counts = shown ? { asked: asked.length, answered: answered(asked) } : null;
    return [{ relationship, counts }];
  });
}
